package workwx

import (
	"strconv"
	"strings"
)

// The codes that programs act on, by subject. [Code.Description] knows every code, also those without
// a name here.
const (
	// General.

	CodeOK                  Code = 0      // the call succeeded
	CodeSystemBusy          Code = -1     // the platform is busy; try again, three times at most
	CodeDataVersionConflict Code = 6000   // somebody else changed the data meanwhile; read it again and repeat
	CodeInvalidParameter    Code = 40035  // a parameter is wrong
	CodeIllegalParameter    Code = 40058  // bad JSON, a value too long, a list too large, GET for POST, or a recall by another app
	CodeBlockedByAntiSpam   Code = 40201  // the content was taken for spam or is sensitive
	CodeRequestTooLarge     Code = 40206  // the body of the request is too large
	CodeEmptyParameter      Code = 40063  // a required parameter is empty, or the call was a GET where a POST is due
	CodeResponseTooLarge    Code = 45029  // the answer would be too large; ask for less at a time, one department for example
	CodeInvalidCursor       Code = 50100  // the cursor is not one that the platform returned; list from the start
	CodeRecordNotFound      Code = 60136  // there is no such record
	CodeUnderMaintenance    Code = 81026  // the feature is being maintained; try again much later
	CodeCorpUnavailable     Code = 301007 // the corp was dissolved or banned

	// Tokens and tickets.

	CodeInvalidAccessToken  Code = 40014  // access_token is invalid or of the wrong kind; fetch another once
	CodeAccessTokenExpired  Code = 42001  // access_token has expired; fetch another once
	CodeMissingAccessToken  Code = 41001  // access_token is missing; it belongs in the URL, not in the body
	CodeInvalidSuiteToken   Code = 40082  // suite_access_token is invalid; fetch another once
	CodeSuiteTokenExpired   Code = 42009  // suite_access_token has expired; fetch another once
	CodeInvalidModelToken   Code = 710400 // model_access_token is invalid; fetch another once
	CodeModelTokenExpired   Code = 710401 // model_access_token has expired; fetch another once
	CodeMissingModelToken   Code = 710403 // model_access_token is missing
	CodeInvalidDeviceToken  Code = 40106  // device_access_token is invalid; fetch another once
	CodeDeviceTokenExpired  Code = 42021  // device_access_token has expired; fetch another once
	CodeJSAPITicketUnusable Code = 42012  // jsapi_ticket cannot be used, mostly as it was fetched for another app or in another way

	// Credentials: retrying cannot help, and repeated failures get the address banned.

	CodeInvalidSecret  Code = 40001   // the secret is wrong, does not belong to the corp, or the app is disabled
	CodeIllegalSecret  Code = 40091   // the secret is wrong, possibly another corp's
	CodeSecretInsecure Code = 45031   // the secret is not secure enough; the administrator has to reset it
	CodeInvalidCorpID  Code = 40013   // the corp ID is wrong
	CodeUnknownCorpID  Code = 2000002 // no corp has this corp ID
	CodeMissingCorpID  Code = 41002   // corpid is missing
	CodeMissingSecret  Code = 41004   // corpsecret is missing

	// OAuth, login and second factor.

	CodeInvalidOAuthCode      Code = 40029 // code is wrong, used, expired, or was issued for another app; let the user log in again
	CodeOAuthCodeExpired      Code = 42003 // code has expired, five minutes after it was issued
	CodeOAuthCodeUsed         Code = 42022 // code was used before; it works once
	CodeRedirectURLNotTrusted Code = 50001 // the domain of redirect_uri, port included, is not a trusted domain of the app
	CodeUserTicketExpired     Code = 84014 // user_ticket has expired; let the user log in again
	CodeInvalidUserTicket     Code = 84015 // user_ticket is invalid
	CodeInvalidTFACode        Code = 40207 // tfa_code is invalid
	CodeUserNotBoundToWeChat  Code = 43004 // the member has neither logged in through WeChat nor follows the WeChat plugin

	// Address and transport.

	CodeIPNotAllowed             Code = 60020  // the address is not on the app's allow-list; changes take a minute to take effect
	CodeIPNotOnAllowList         Code = 301042 // the address is not on the allow-list
	CodeContactSyncIPNotAllowed  Code = 48009  // the contacts secret may not read details from an address that it did not use before
	CodeSheetWebhookIPNotAllowed Code = 840002 // the address may not call this sheet's webhook
	CodePaymentIPNotAllowed      Code = 90308  // the address may not make payment calls
	CodeUnsupportedTLSVersion    Code = 48010  // the TLS version is too old

	// Rates and quotas.

	CodeRateLimited             Code = 45009   // too many calls; the ban lasts as long as the window: a minute, an hour, a day or a month
	CodeTooManyConcurrentCalls  Code = 45033   // too many calls at a time, or the same resource again and again; lower the concurrency
	CodeConcurrentWrite         Code = 45035   // another call is changing the same record; do one after the other
	CodeDataAccessLimited       Code = 45036   // unusual traffic; call less
	CodeRefundRateLimited       Code = 90313   // too many refunds in a short time
	CodeDriveQuotaExceeded      Code = 640019  // the corp's drive calls of the month are used up
	CodeFreeDriveQuotaExceeded  Code = 640035  // the 1,000 drive calls a month of free accounts are used up
	CodeOperationTooFrequent    Code = 701134  // the operation was repeated too soon
	CodeRobotSendLimited        Code = 846607  // the robot sends too much, or the user has never written to it
	CodeDocumentConcurrency     Code = 2010003 // too many calls on one document at a time
	CodeSheetWebhookRateLimited Code = 2023032 // more than 3,000 rows a minute for a sheet's webhook
	CodeRequestLimitExceeded    Code = 2400007 // too many requests

	// Permission.

	CodeAPINotAuthorized            Code = 48001  // the app has not been granted this part of the API
	CodeNoAPIPermission             Code = 48002  // the app's permissions do not cover this call
	CodeAPIRetired                  Code = 48005  // the platform has retired this call
	CodePermissionWithdrawn         Code = 48006  // the permission was withdrawn as the app was not used for long; the administrator can enable it again
	CodeKfAccountNotAuthorized      Code = 48007  // the 微信客服 account has not been granted to the app
	CodeContactEditNotCovered       Code = 48008  // the grant to edit contacts does not cover this call
	CodeMemberNotActive             Code = 48011  // the members are not active enough for customer data to be read
	CodeMemberOutsideScope          Code = 50002  // the member is outside the scope of the app or of the administrators' group
	CodeAppDisabled                 Code = 50003  // the app is disabled
	CodeSystemAppDisabled           Code = 50006  // the system app is disabled
	CodeNoTargetPermission          Code = 60011  // the app may not see, or not edit, this user, department or tag
	CodeUserOutsideVisibleRange     Code = 60021  // the user is outside the app's visible range
	CodeOutsideVisibleRange         Code = 60030  // what is operated on is outside the app's visible range
	CodeAppBarredFromAPI            Code = 60031  // the app may not call the API at all
	CodeNoTagPermission             Code = 81011  // the app may only change tags of its own
	CodeNoExternalContactPermission Code = 84074  // the app has no permission for external contacts
	CodeMemberOutsideVisibleRange   Code = 92000  // the member is outside the app's visible range
	CodeNoSensitiveDataPermission   Code = 92001  // the app may not read sensitive information
	CodeCrossCorpCall               Code = 92002  // what is operated on belongs to another corp
	CodeCrossAppCall                Code = 92003  // what is operated on belongs to another app
	CodeNoAppPermission             Code = 301002 // agentid is not the app of the access token
	CodeOperationNotPermitted       Code = 301088 // the operation is not permitted
	CodeNoDataZonePermission        Code = 710641 // the app lacks the permission 数据与智能专区
	CodeNoDataPermission            Code = 710726 // the app lacks the data permission for the call

	// Apps and callbacks.

	CodeInvalidAgentID       Code = 40056 // agentid does not exist
	CodeInvalidCallbackURL   Code = 40057 // the callback URL is wrong or did not answer the verification
	CodeCallbackVerifyFailed Code = 85011 // the verification of the callback URL failed

	// Users.

	CodeInvalidUserID       Code = 40003  // the user ID is malformed, unknown, or in plain text where an encrypted one is due
	CodeInvalidUserIDList   Code = 40031  // a user ID of the list is wrong or invisible to the app
	CodeUserIDListTooLong   Code = 40032  // the list is too long: 1,000 for messages, 200 for deletions
	CodeUserNotFound        Code = 60111  // no such member, or one that the app cannot see
	CodeUserLookupNotFound  Code = 46004  // no visible member has this user ID, mobile number or email
	CodeUserIDExists        Code = 60102  // the user ID is taken
	CodeMobileExists        Code = 60104  // another member has this mobile number
	CodeEmailExists         Code = 60106  // another member has this email address
	CodeCorpEmailExists     Code = 60145  // another member has this corp email address
	CodeMobileNotFound      Code = 60146  // nobody has this mobile number
	CodeEmailNotFound       Code = 60147  // nobody has this email address
	CodeCorpEmailNotFound   Code = 60148  // nobody has this corp email address
	CodeAccountLimitReached Code = 45024  // the corp has as many members as it may
	CodeDeletionGuard       Code = 45026  // an import would delete too many members at once
	CodeUserWithoutLicense  Code = 701099 // the user holds no valid API license

	// Departments.

	CodeDepartmentNotFound          Code = 60003 // no such department
	CodeParentDepartmentNotFound    Code = 60004 // no such parent department
	CodeDepartmentHasUsers          Code = 60005 // a department with members cannot be deleted
	CodeDepartmentHasSubdepartments Code = 60006 // a department with sub-departments cannot be deleted
	CodeDepartmentExists            Code = 60008 // the department's ID or name is taken
	CodeInvalidDepartmentID         Code = 60123 // the department is not in the contacts
	CodeInvalidParentDepartmentID   Code = 60124 // the parent department is not in the contacts

	// Tags.

	CodeInvalidTagID        Code = 40068 // the tag or tag group is not given or does not exist
	CodeInvalidTagName      Code = 40071 // a tag of this name exists
	CodeTooManyCorpTags     Code = 40126 // the corp has 3,000 customer tags, which is the most
	CodeTooManyCustomerTags Code = 40144 // the customer has as many tags as possible

	// Batch jobs.

	CodeJobNotFound     Code = 40088  // no such job
	CodeJobResultPurged Code = 40089  // only the results of the last five jobs are kept
	CodeImportFailed    Code = 302005 // the import failed within the platform; import again
	CodeImportRunning   Code = 302008 // another import is running; wait until it has ended
	CodeJobInProgress   Code = 770007 // the job is not done yet; ask again later

	// Media.

	CodeInvalidMediaID        Code = 40007  // the media ID is wrong, has expired, or is of another kind
	CodeMediaIDExpired        Code = 40145  // the media ID has expired; upload again
	CodeInvalidRange          Code = 40146  // ranges of an encrypted resource have to be multiples of 16 bytes
	CodeMediaDataMissing      Code = 41005  // no file was found in the upload; check the multipart body
	CodeEmptyMedia            Code = 44001  // the file is empty, or the multipart body could not be read
	CodeMediaTooLarge         Code = 45001  // the file is too large
	CodeDownloadTooLarge      Code = 830002 // files over 20 MB have to be fetched in ranges of 20 MB at most
	CodeDownloadFromURLFailed Code = 830003 // the platform could not download from the URL given

	// Messages.

	CodeMessageTooLong       Code = 45002 // the content is too long: 2,048 bytes of text, 666 KB of article
	CodeAllRecipientsInvalid Code = 81013 // none of the recipients exists and is visible to the app; nothing was sent
	CodeNoRecipients         Code = 82001 // touser, toparty and totag are all empty
	CodeMessageIDExpired     Code = 42052 // messages can be recalled for 24 hours

	// Template cards.

	CodeCardOfAnotherApp    Code = 42015 // the card was sent by another app
	CodeCardTaskNotFound    Code = 42016 // no card has this task_id
	CodeInvalidResponseCode Code = 60140 // response_code was used or has expired; it works once, within 72 hours

	// Group chats of apps.

	CodeChatNotFound     Code = 40050 // no such chat; create it first
	CodeChatDissolved    Code = 49008 // the owner has dissolved the chat
	CodeInvalidChatID    Code = 86001 // chatid is malformed
	CodeChatIDNotFound   Code = 86003 // no chat has this chatid
	CodeChatOfAnotherApp Code = 86008 // the chat was created by another app
	CodeChatOwnerOnly    Code = 86101 // only the owner may do this
	CodeChatIDExists     Code = 86215 // chatid is taken

	// Group robots (消息推送) and their webhooks.

	CodeInvalidWebhookURL    Code = 93000 // the webhook URL is wrong, or the robot was removed from the chat
	CodeWebhookNotAllowed    Code = 93001 // the chat does not accept pushed messages
	CodeWebhookDisabled      Code = 93004 // the robot is disabled
	CodeInvalidWebhookChatID Code = 93006 // the chat ID is wrong; upper and lower case matter
	CodeRobotNotInChat       Code = 93008 // the robot is not in the chat
	CodeInvalidRobotID       Code = 93019 // the robot's ID is wrong

	// AI robots (智能机器人).

	CodeRobotLongConnectionOff Code = 846601 // the robot's long connection mode is off
	CodeRobotRequestIDExpired  Code = 846604 // req_id has expired
	CodeInvalidRobotRequestID  Code = 846605 // req_id is unknown
	CodeRobotAlreadyReplied    Code = 846606 // the request was replied to; once is all
	CodeRobotStreamExpired     Code = 846608 // the stream was open for too long; send a message instead
	CodeRobotNotSubscribed     Code = 846609 // the long connection has not subscribed
	CodeInvalidRobotCredential Code = 853000 // the robot's ID or secret is wrong

	// External contacts: people.

	CodeInvalidExternalUserID    Code = 40096 // external_userid is of another corp or provider, or its members are invisible to the app
	CodeCustomerRelationNotFound Code = 84061 // the member has not added this customer, or has deleted them
	CodeNotFollower              Code = 84084 // the member does not follow this customer, or the app cannot see the member
	CodeTooManyExternalContacts  Code = 40099 // the member has as many external contacts as possible
	CodeMemberStillEmployed      Code = 40097 // the member has not left the corp
	CodeTransferRunning          Code = 40100 // the customer is being transferred already
	CodeTransferTooFrequent      Code = 40128 // a customer is transferred twice in 90 days at most
	CodeCustomerInTransfer       Code = 40129 // the transfer of the customer has not ended
	CodeHandoverNotFollower      Code = 40131 // handover_userid does not follow the customer

	// External contacts: contact-me, welcome messages, group messages, moments.

	CodeInvalidContactWayConfigID Code = 41044 // config_id of a 联系我 entry is unknown
	CodeTooManyContactWays        Code = 41045 // the corp has as many 联系我 entries as possible
	CodeInvalidWelcomeCode        Code = 41050 // welcome_code was used or has expired; it lives for 20 seconds
	CodeChatAlreadyStarted        Code = 41051 // member and customer are already talking; no welcome message is sent
	CodeWelcomeBeingSent          Code = 41096 // a welcome message is being sent already
	CodeInvalidGroupMessageID     Code = 41047 // msgid of a group message is unknown
	CodeNoCustomerToSendTo        Code = 41048 // no customer matches
	CodeGroupMessageDispatching   Code = 41063 // the group message is being dispatched; ask again later
	CodeGroupMessageCancelled     Code = 41093 // the group message was cancelled

	// External contacts: customer groups.

	CodeNotCustomerGroup     Code = 90501 // the chat is not a customer group
	CodeChatTakeoverRunning  Code = 90507 // the group is being taken over
	CodeChatAlreadyTakenOver Code = 90508 // the group has been taken over

	// Kf (微信客服).

	CodeInvalidOpenKfID        Code = 95000 // open_kfid is malformed
	CodeKfMessageCountLimit    Code = 95001 // five messages after each of the customer's; wait for the next one
	CodeKfMessageTimeLimit     Code = 95002 // the customer wrote more than 48 hours ago; wait for the next message
	CodeOpenKfIDNotFound       Code = 95004 // the account was deleted or belongs to another corp
	CodeInvalidMessageToken    Code = 95007 // the message token has expired or is wrong
	CodeKfSessionEnded         Code = 95013 // the session has ended
	CodeNotKfServicer          Code = 95014 // the member is no servicer, or not activated
	CodeIllegalKfTransition    Code = 95016 // the session cannot go from its state to this one
	CodeKfAPIOff               Code = 95017 // the API switch of 微信客服 is off
	CodeKfStateForbidsSending  Code = 95018 // the session's state forbids messages from the API, or it is older than 48 hours
	CodeKfServicerNotReceiving Code = 95019 // the servicer has stopped or paused
	CodeKfNoRecentConsultation Code = 95031 // the customer has not asked anything for 48 hours
	CodeKfDuplicateMsgID       Code = 95033 // a message with this msgid was sent before

	// Approval, attendance and other office apps.

	CodeCheckinDataFailed        Code = 301022 // the attendance data could not be read; try again
	CodeInvalidApprovalParameter Code = 301025 // a value is empty, or the form does not fit its template
	CodeNoApprovalPermission     Code = 301055 // the app may not use approvals
	CodeApprovalDisabled         Code = 301056 // the approval app is disabled
	CodeApprovalSubmissionFailed Code = 301057 // the form could not be submitted
	CodeNoAttendancePermission   Code = 301062 // the app may not use attendance and leave

	// Calendars, schedules, meeting rooms, meetings.

	CodeInvalidCalendarID        Code = 90457  // cal_id is unknown
	CodeCalendarDeleted          Code = 90459  // the calendar was deleted
	CodeScheduleDeleted          Code = 90460  // the schedule was deleted
	CodeInvalidScheduleID        Code = 90461  // schedule_id is unknown
	CodeCalendarOfAnotherApp     Code = 90466  // the calendar or schedule was created by another app
	CodeNoCalendarPermission     Code = 90472  // the calendar or schedule may not be operated on
	CodeMeetingRoomBooked        Code = 90498  // the schedule already has another meeting room
	CodeCancelMeetingRoomFirst   Code = 90700  // cancel the booking of the meeting room before changing the schedule
	CodeMeetingRoomDisabled      Code = 90711  // the meeting room cannot be booked any more
	CodeInvalidMeetingID         Code = 90602  // meetingid is unknown or of another app
	CodeMeetingCancelled         Code = 400041 // the meeting was cancelled
	CodeMeetingStartedOrEnded    Code = 400221 // a meeting that has begun or ended cannot be changed
	CodeMeetingNotCancellable    Code = 400224 // a meeting that has begun or ended cannot be cancelled
	CodeMeetingBeingCreated      Code = 400301 // the same meeting is being created; wait five minutes
	CodeMeetingExists            Code = 400302 // the same meeting has just been created; skip_duplicate_check allows another
	CodeMeetingCreationForbidden Code = 400303 // the user may not create meetings
	CodeMeetingOperationDenied   Code = 400304 // the user may not operate on the meeting
	CodeMeetingDeleted           Code = 730008 // the meeting was deleted

	// Message archive.

	CodeArchivedFileNotFound Code = 301048 // the file of sdkfileid does not exist or is no longer kept
	CodeArchiveExpired       Code = 301052 // the archive service has expired
	CodeArchiveDisabled      Code = 301053 // the archive service is off
	CodeArchiveSDKTooOld     Code = 301111 // update the archive SDK
	CodeProgramResultPending Code = 710642 // the program or model in the data zone has not answered yet

	// Third-party apps and providers.

	CodeInvalidPreAuthCode     Code = 40077  // pre_auth_code does not exist
	CodePreAuthCodeExpired     Code = 42007  // pre_auth_code has expired; fetch another
	CodeInvalidAuthCode        Code = 40078  // auth_code was used or comes from elsewhere
	CodeInvalidSuiteSecret     Code = 40080  // suite_secret is wrong
	CodeInvalidSuiteID         Code = 40083  // suite_id does not exist
	CodeInvalidPermanentCode   Code = 40084  // permanent_code is wrong, of another provider, or the corp withdrew its authorization
	CodeInvalidSuiteTicket     Code = 40085  // suite_ticket is wrong or outdated; wait for the next push
	CodeMissingSuiteTicket     Code = 41023  // suite_ticket is missing
	CodeMissingSuiteSecret     Code = 41024  // the secret of a suite or provider is missing
	CodeSuiteIDMismatch        Code = 48003  // suite_id is not the one that the suite_access_token was made with
	CodeAuthorizationGone      Code = 48004  // the corp has not authorized the app, or no longer does
	CodeAppServiceExpired      Code = 40137  // the corp's subscription to the app has ended
	CodeInvalidModelTicket     Code = 710402 // model_ticket of a model of devices is wrong or outdated; wait for the next push
	CodeLinkedCorpAppNotShared Code = 670001 // the app has not been shared with the downstream corp

	// Drive, documents and sheets.

	CodeDriveSpaceNotFound    Code = 640001  // no such space
	CodeFileNotFound          Code = 640002  // no such file
	CodeFileDeleted           Code = 640003  // the file was deleted
	CodeNoFileAccess          Code = 640004  // the user may not see the file
	CodeNoSpacePermission     Code = 640008  // the user has no permission for the space
	CodeSheetRecordNotFound   Code = 2022003 // no such record
	CodeSheetColumnNotFound   Code = 2022004 // no such column
	CodeNoEditPermission      Code = 2022048 // the document, or this part of it, may not be edited
	CodeSheetNotFound         Code = 2543303 // no such sheet
	CodeResourceNotFound      Code = 2400003 // no such resource
	CodeResourceExists        Code = 2400004 // the resource exists already
	CodeResourceAccessDenied  Code = 2400005 // the resource may not be accessed
	CodeResourceNotAuthorized Code = 2400006 // the operation on the resource is not authorized
)

// IsTokenInvalid reports whether the access token was refused: 40014 (invalid, or of the wrong kind) and
// 42001 (expired). The platform may revoke a token before its time; fetch another and repeat the call, once.
func (c Code) IsTokenInvalid() bool {
	switch c {
	case CodeInvalidAccessToken, CodeAccessTokenExpired:
		return true
	}
	return false
}

// IsSuiteTokenInvalid reports whether the suite_access_token was refused: 40082 (invalid) and
// 42009 (expired). Fetch another with the latest suite_ticket and repeat the call, once.
func (c Code) IsSuiteTokenInvalid() bool {
	switch c {
	case CodeInvalidSuiteToken, CodeSuiteTokenExpired:
		return true
	}
	return false
}

// IsDeviceTokenInvalid reports whether the token of a device or of a model of devices was refused: 40106 and
// 710400 (invalid), 42021 and 710401 (expired). Fetch another and repeat the call, once.
func (c Code) IsDeviceTokenInvalid() bool {
	switch c {
	case CodeInvalidDeviceToken, CodeDeviceTokenExpired, CodeInvalidModelToken, CodeModelTokenExpired:
		return true
	}
	return false
}

// IsCredentialInvalid reports whether the secret, or the ID that it belongs to, is wrong or missing: 40001,
// 40091 and 45031 (secret), 40013 and 2000002 (corp ID), 41002 and 41004 (either is missing), 40080, 40083,
// 41024 and 48003 (suite), 853000 (robot). No retry helps before somebody corrects the configuration, and
// repeated failures get the caller's address banned for an hour.
func (c Code) IsCredentialInvalid() bool {
	switch c {
	case CodeInvalidSecret, CodeIllegalSecret, CodeSecretInsecure,
		CodeInvalidCorpID, CodeUnknownCorpID,
		CodeMissingCorpID, CodeMissingSecret,
		CodeInvalidSuiteSecret, CodeInvalidSuiteID, CodeMissingSuiteSecret, CodeSuiteIDMismatch,
		CodeInvalidRobotCredential:
		return true
	}
	return false
}

// IsIPNotAllowed reports whether the caller's address was refused: 60020 and 301042 (allow-lists), 48009
// (contacts secret from a new address), 840002 (webhook of a sheet), 90308 (payments). [Error.FromIP] has the
// address that the platform saw.
func (c Code) IsIPNotAllowed() bool {
	switch c {
	case CodeIPNotAllowed, CodeIPNotOnAllowList, CodeContactSyncIPNotAllowed, CodeSheetWebhookIPNotAllowed,
		CodePaymentIPNotAllowed:
		return true
	}
	return false
}

// IsRateLimited reports whether there were too many calls, in a while or at a time: 45009, 45033
// (concurrency), 45035 (writes to one record at a time), 45036 (unusual traffic), 90313 (refunds), 640019 and
// 640035 (drive, by the month), 701134, 846607 (robot), 2010003 (one document), 2023032 (webhook of a sheet)
// and 2400007. Call later, more slowly or with less concurrency. The 95001 of 微信客服 is none of them: there,
// the customer has to write first.
func (c Code) IsRateLimited() bool {
	switch c {
	case CodeRateLimited, CodeTooManyConcurrentCalls, CodeConcurrentWrite, CodeDataAccessLimited,
		CodeRefundRateLimited, CodeDriveQuotaExceeded, CodeFreeDriveQuotaExceeded, CodeOperationTooFrequent,
		CodeRobotSendLimited, CodeDocumentConcurrency, CodeSheetWebhookRateLimited, CodeRequestLimitExceeded:
		return true
	}
	return false
}

// IsBusy reports whether the same call may well succeed in a moment: -1 (the platform is busy) and 6000
// (somebody else changed the data meanwhile). After -1, try three times at most.
func (c Code) IsBusy() bool {
	switch c {
	case CodeSystemBusy, CodeDataVersionConflict:
		return true
	}
	return false
}

// IsPermissionDenied reports whether the app, or the user that it acts for, lacks a permission, or the app is
// disabled, so that an administrator has to act: 48001, 48002, 48006, 48007, 48008, 48009, 48011, 50002,
// 50003, 50006, 60011, 60021, 60030, 60031, 81011, 84074, 90472, 92000, 92001, 92002, 92003, 301002, 301055,
// 301062, 301088, 400303, 400304, 640004, 640008, 710641, 710726, 2022048, 2400005 and 2400006.
func (c Code) IsPermissionDenied() bool {
	switch c {
	case CodeAPINotAuthorized, CodeNoAPIPermission, CodePermissionWithdrawn, CodeKfAccountNotAuthorized,
		CodeContactEditNotCovered, CodeContactSyncIPNotAllowed, CodeMemberNotActive,
		CodeMemberOutsideScope, CodeAppDisabled, CodeSystemAppDisabled,
		CodeNoTargetPermission, CodeUserOutsideVisibleRange, CodeOutsideVisibleRange, CodeAppBarredFromAPI,
		CodeNoTagPermission, CodeNoExternalContactPermission, CodeNoCalendarPermission,
		CodeMemberOutsideVisibleRange, CodeNoSensitiveDataPermission, CodeCrossCorpCall, CodeCrossAppCall,
		CodeNoAppPermission, CodeNoApprovalPermission, CodeNoAttendancePermission, CodeOperationNotPermitted,
		CodeMeetingCreationForbidden, CodeMeetingOperationDenied, CodeNoFileAccess, CodeNoSpacePermission,
		CodeNoDataZonePermission, CodeNoDataPermission, CodeNoEditPermission,
		CodeResourceAccessDenied, CodeResourceNotAuthorized:
		return true
	}
	return false
}

// IsNotFound reports whether what the call names does not exist, any more or for this app: users (46004,
// 60111, and 60146, 60147, 60148 by number or address), departments (60003, 60004, 60123, 60124), tags
// (40068), chats (40050, 49008, 86003), jobs (40088), records (60136), customers (84061, no relationship with
// the member), calendars and schedules (90459, 90460), meetings (730008), accounts of 微信客服 (95004), cards
// (42016), archived files (301048), the drive (640001, 640002, 640003), sheets (2022003, 2022004, 2543303)
// and other resources (2400003). 40003 is none of them, as a malformed user ID gives it too.
func (c Code) IsNotFound() bool {
	switch c {
	case CodeUserNotFound, CodeUserLookupNotFound, CodeMobileNotFound, CodeEmailNotFound, CodeCorpEmailNotFound,
		CodeDepartmentNotFound, CodeParentDepartmentNotFound,
		CodeInvalidDepartmentID, CodeInvalidParentDepartmentID,
		CodeInvalidTagID,
		CodeChatNotFound, CodeChatDissolved, CodeChatIDNotFound,
		CodeJobNotFound, CodeRecordNotFound, CodeCustomerRelationNotFound,
		CodeCalendarDeleted, CodeScheduleDeleted, CodeMeetingDeleted,
		CodeOpenKfIDNotFound, CodeCardTaskNotFound, CodeArchivedFileNotFound,
		CodeDriveSpaceNotFound, CodeFileNotFound, CodeFileDeleted,
		CodeSheetRecordNotFound, CodeSheetColumnNotFound, CodeSheetNotFound, CodeResourceNotFound:
		return true
	}
	return false
}

// IsKfUndeliverable reports whether a message of 微信客服 does not go to the customer, now or later, though
// nothing is wrong with the app: the customer has it already (95033), has as many as may be or wrote too long
// ago (95001, 95002, 95031), the session is a servicer's or has ended (95013, 95018), or the code of
// the event has served or expired (41050). A bot gives the message up, and goes on with the next.
func (c Code) IsKfUndeliverable() bool {
	switch c {
	case CodeKfDuplicateMsgID, CodeKfMessageCountLimit, CodeKfMessageTimeLimit, CodeKfNoRecentConsultation,
		CodeKfSessionEnded, CodeKfStateForbidsSending, CodeInvalidWelcomeCode:
		return true
	}
	return false
}

// Description returns what the code means, in Chinese with an English gloss where there is one, such as
// "成员不存在 (no such member)". It is empty for a code that is not known.
func (c Code) Description() string {
	meaning, gloss := c.lookUp()
	if gloss == "" {
		return meaning
	}
	return meaning + " (" + gloss + ")"
}

// Gloss returns what the code means in English, such as "no such member". It is empty for a code that is not
// known or is too rare to have one; all of the constants have one.
func (c Code) Gloss() string {
	_, gloss := c.lookUp()
	return gloss
}

// lookUp searches errorMeanings for the code's line, by halves: lo and hi are always where a line begins or
// the text ends.
func (c Code) lookUp() (meaning, gloss string) {
	for lo, hi := 0, len(errorMeanings); lo < hi; {
		mid := lo + (hi-lo)/2
		start := lo + strings.LastIndexByte(errorMeanings[lo:mid], '\n') + 1
		line, _, _ := strings.Cut(errorMeanings[start:hi], "\n")
		number, text, _ := strings.Cut(line, "\t")
		n, _ := strconv.ParseInt(number, 10, 64)
		switch {
		case Code(n) < c:
			lo = start + len(line) + 1
		case Code(n) > c:
			hi = start
		default:
			meaning, gloss, _ = strings.Cut(text, "\t")
			return meaning, gloss
		}
	}
	return "", ""
}

// errorMeanings has a line for each code, in order of the numbers: code, tab, meaning and, if there is one,
// tab and gloss. As a constant it is linked only into programs that ask for a meaning, and needs no
// initialization.
const errorMeanings = `-1	服务端繁忙，稍后可重试	system busy, try again
0	成功	ok
6000	数据已被他人更新，版本冲突	data version conflict
40001	secret 错误，或应用已停用	wrong secret, or app disabled
40003	UserID 无效	invalid user ID
40004	媒体文件类型不受支持	unsupported media type
40005	type 参数无效	invalid type parameter
40006	文件大小不符合要求	invalid file size
40007	media_id 无效	invalid media ID
40008	msgtype 无效	invalid message type
40009	图片大小不符合要求	invalid image size
40011	视频大小不符合要求	invalid video size
40013	CorpID 无效	invalid corp ID
40014	access_token 无效	invalid access token
40016	菜单按钮个数不符合要求	invalid number of menu buttons
40017	菜单按钮类型无效	invalid menu button type
40018	菜单按钮名称长度不符合要求	invalid menu button name length
40019	菜单按钮 key 长度不符合要求	invalid menu button key length
40020	菜单按钮 URL 长度不符合要求	invalid menu button URL length
40022	子菜单层级过深
40023	子菜单按钮个数不符合要求
40024	子菜单按钮类型无效
40025	子菜单按钮名称长度不符合要求
40026	子菜单按钮 key 长度不符合要求
40027	子菜单按钮 URL 长度不符合要求
40029	oauth_code 无效	invalid OAuth code
40031	UserID 列表无效	invalid user ID list
40032	UserID 列表长度不符合要求	invalid user ID list length
40033	请求含有不允许的字符（如 \u 转义）	invalid characters in request
40035	参数有误	invalid parameter
40036	模板 ID 长度不符合要求
40037	模板 ID 无效	invalid template ID
40039	url 长度不符合要求（最多 1024 字节）	invalid URL length
40050	chatid 对应的群聊不存在	no such chat
40054	子菜单 url 的域名不被允许
40055	菜单 url 的域名不被允许
40056	agentid 无效	invalid agent ID
40057	回调地址无效，或未通过验证	callback URL invalid or not verified
40058	参数不合规	illegal parameter
40059	地理位置上报开关取值无效
40063	必填参数为空	required parameter is empty
40066	部门列表无效	invalid department list
40068	标签或标签组 ID 无效	invalid tag or tag group ID
40070	所给标签范围内没有一个有效节点	all given tag members invalid
40071	标签名无效，或已被占用	tag name taken or invalid
40072	标签名长度不符合要求	invalid tag name length
40073	openid 无效	invalid openid
40074	news 类型的消息不能设为保密	news messages cannot be confidential
40077	pre_auth_code 无效	invalid pre-authorization code
40078	auth_code 无效	invalid authorization code
40080	suite_secret 错误	wrong suite secret
40082	suite_access_token 无效	invalid suite access token
40083	suite_id 无效	invalid suite ID
40084	永久授权码 permanent_code 无效	invalid permanent code
40085	suite_ticket 无效	invalid suite ticket
40086	第三方应用 appid 无效	invalid third-party app ID
40088	jobid 对应的任务不存在	no such job
40089	批量任务结果已过保留期（仅存最近 5 次）	batch job result already purged
40091	secret 无效	invalid secret
40092	导入文件中有不合要求的内容	invalid content in import file
40093	JS-SDK 签名错误	wrong JS-SDK signature
40094	URL 无效	invalid URL
40096	外部联系人 userid 无效	invalid external user ID
40097	成员仍在职，不能按离职处理	member has not left the company
40098	成员未完成实名认证	member has no verified identity
40099	成员的外部联系人已满	too many external contacts
40100	该客户正处于另一次转移流程中	customer is already being transferred
40102	域名或 IP 已被应用市场中的应用使用
40106	device_access_token 无效	invalid device access token
40123	临时图片素材的格式不受支持	unsupported image format
40124	推广活动中的 sn 不能绑定
40125	openuserid 无效
40126	企业标签已满（上限 3000 个）	too many corp tags
40127	uri schema 不受支持
40128	客户转接太频繁（在职成员的每位客户 90 个自然日内最多转 2 次）	customer transferred too often
40129	客户正在转接	customer transfer in progress
40130	接手人与原跟进人相同	takeover member is the current follower
40131	handover_userid 没有跟进该外部联系人	handover member does not follow this customer
40132	团队号不能执行此操作
40133	企业已关闭成员授权
40134	成员授权的应用已停用
40135	不能授权雷同的应用
40136	应用试用期已过	app trial expired
40137	应用服务期已过	app service expired
40138	应用付费可用人数已超出	paid app seats exceeded
40139	成员授权使用的人数已超出
40140	企业已装有同一套件的其他应用
40141	企业账号状态异常	corp account abnormal
40142	场所码无效
40143	接手的成员已被封禁，不能继承客户	takeover member is banned
40144	该客户身上的标签已满	customer has too many tags
40145	mediaid 已失效	media ID expired
40146	Range 请求头无效（加密存储的资源须按 16 字节的倍数分片）	invalid Range header
40165	客户群 ID 已升级过，不能重复升级	group chat IDs already upgraded
40166	客户群 ID 尚未升级，接口不可用	group chat IDs not upgraded yet
40167	升级时间取值无效
40168	已过指定的升级时间
40201	内容涉及敏感信息，被反垃圾策略拦下	blocked by anti-spam
40203	使用了已废弃的参数	deprecated parameter
40204	被微信反垃圾策略拦下	blocked by WeChat anti-spam
40205	成员的微信票据已过期
40206	请求体过大	request body too large
40207	tfa_code 无效	invalid second-factor code
40208	用户不在二次验证的生效范围	user outside the second-factor scope
40209	OAuth 跳转域名与二次验证域名不一致
40210	尚未配置二次验证 url
40211	RSA 公钥无效	invalid RSA public key
40212	公钥版本号低于现用版本	public key version too low
41001	缺少 access_token	missing access token
41002	缺少 corpid	missing corp ID
41004	缺少 secret	missing secret
41005	上传请求中识别不到文件数据	media data missing
41006	缺少 media_id	missing media ID
41008	缺少授权 code	missing auth code
41009	缺少 userid	missing user ID
41010	缺少 url	missing URL
41011	缺少 agentid	missing agent ID
41016	缺少 title	missing title
41017	缺少 tagid	missing tag ID
41018	缺少标签名称	missing tag name
41019	缺少 department	missing department
41021	缺少 suite_id	missing suite ID
41022	缺少 suite_access_token	missing suite access token
41023	缺少 suite_ticket	missing suite ticket
41024	缺少 secret（套件或服务商）	missing secret
41025	缺少 permanent_code	missing permanent code
41033	缺少 description	missing description
41035	缺少外部联系人 userid	missing external user ID
41036	企业对外简称不合要求
41037	「联系我」缺少 type
41038	「联系我」缺少 scene
41039	「联系我」的 type 无效
41040	「联系我」的 scene 无效
41041	「联系我」使用人数超出上限	too many users in contact-me
41042	「联系我」的 style 无效
41043	「联系我」缺少 config_id
41044	「联系我」的 config_id 无效	invalid contact-me config ID
41045	通过 API 添加的「联系我」已满	too many contact-me entries
41046	缺少群发消息 id
41047	群发消息 id 无效	invalid group message ID
41048	没有可以接收的客户	no customer to send to
41049	缺少欢迎语 code	missing welcome code
41050	欢迎语 code 无效或过期（添加好友后 20 秒内有效）	invalid or expired welcome code
41051	客户与服务人员已开始聊天，不再发送欢迎语	chat already started
41052	发送时间无效	invalid send time
41053	客户没有同意聊天存档	customer did not agree to archiving
41054	用户尚未激活	user not activated
41055	入群欢迎语素材已满	too many group welcome templates
41056	外部联系人 id 的类型不对	wrong type of external user ID
41057	尚无绑定的微信开发者账号（企业或服务商）
41058	无权编辑此入群欢迎语素材	no permission to edit the group welcome template
41059	缺少 moment_id	missing moment ID
41060	moment_id 无效	invalid moment ID
41061	该朋友圈不是由所给成员发表	moment not published by this member
41062	所给成员还未发表企业创建的朋友圈	moment not published yet
41063	群发任务派发未完，请稍候	group message is being dispatched
41064	附件过多	too many attachments
41065	附件类型无效	invalid attachment type
41066	视频号名称有误
41067	moment_id 所指朋友圈的类型不符
41068	聊天敏感词超出上限
41069	聊天敏感词规则总数超出上限	too many sensitive-word rules
41070	聊天敏感词规则 id 无效	invalid sensitive-word rule ID
41071	该敏感词规则已不存在（被删除）	sensitive-word rule deleted
41072	附件素材与使用场景不符	attachment used in the wrong scene
41073	商品图册描述不合要求
41074	该商品图册已不存在（被删除）	product album deleted
41075	商品图册 id 无效，或数据不存在	invalid or unknown product album
41076	聊天敏感词规则的适用范围超出上限
41077	聊天敏感词规则重名	sensitive-word rule name taken
41078	朋友圈创建任务并行过多	too many running moment jobs
41079	朋友圈派发未完，请稍候	moment is being dispatched
41080	附件过大	attachment too large
41081	附件图片分辨率过高
41082	附件视频过长
41083	敏感词有误
41084	敏感词的语义规则有误
41085	商品编码无效
41086	商品价格无效
41087	商品描述无效
41088	附件列表为空	empty attachment list
41089	朋友圈的内容与附件不能都为空	moment has neither text nor attachment
41090	视频格式不受支持
41091	一个客户群进群方式最多关联 5 个群	too many chats in a join way
41093	群发任务已被取消	group message cancelled
41094	提醒群发过于频繁	group message reminded too often
41095	获客链接已满	too many acquisition links
41096	欢迎语正在发送	welcome message is being sent
41098	该获客链接已授权给其他组件
41099	非服务商代支付模式
41102	缺少菜单名称	missing menu name
41110	标签 id 有误
41111	标签不能为空，且不能多于 1000 个
41200	仅对部分经营类目的企业开放
41201	获客助手会话的 chatkey 无效
41202	商品图册已满	too many product albums
41210	企业每月创建的朋友圈超过 10 万条	monthly moment limit reached
41211	企业没有开通朋友圈	moments not enabled
41300	群发模版还没有渲染
41301	群发模版占位符无效
41302	群发模版占位符过多
41303	群发指定的客户与成员关系对过多
41304	此模版任务的群发已经建过
41305	企业没有设置经营类目
42001	access_token 已过期	access token expired
42003	code 已过期	OAuth code expired
42006	展示组件（会话或通讯）的登录态已失效
42007	pre_auth_code 已过期	pre-authorization code expired
42009	suite_access_token 已过期	suite access token expired
42012	jsapi_ticket 不可用（通常是没有通过接口获取）	JS-API ticket unusable
42013	小程序没有登录，或登录态已过期	mini program not logged in
42014	任务卡片的 task_id 无效	invalid card task ID
42015	更新卡片的应用不是发送它的应用	card belongs to another app
42016	要更新的 task_id 不存在	no such card task ID
42017	按钮 key 不存在	no such button key
42018	按钮 key 无效	invalid button key
42019	缺少按钮 key，或 key 无效	missing button key
42020	缺少按钮名称	missing button name
42021	device_access_token 已过期	device access token expired
42022	code 已用过，每个只能用一次	OAuth code already used
42027	模板卡片 horizontal_content_list 缺少 keyname	card: keyname missing
42028	模板卡片缺少 url（card_action、horizontal_content_list 或 jump_list）	card: url missing
42029	模板卡片 horizontal_content_list 缺少 media_id	card: media_id missing
42030	模板卡片缺少 appid（card_action 或 jump_list）	card: appid missing
42031	模板卡片 card_type 无效	card: invalid card_type
42033	模板卡片缺少 title（vertical_content_list 或 jump_list）	card: title missing
42035	模板卡片 horizontal_content_list 项数不符合要求	card: bad horizontal_content_list length
42036	模板卡片 vertical_content_list 项数不符合要求	card: bad vertical_content_list length
42037	模板卡片 option_list 项数不符合要求	card: bad option_list length
42038	模板卡片 button_list 的 text 缺失或无效	card: bad button text
42039	模板卡片 button_list 的 key 缺失或无效	card: bad button key
42040	模板卡片 option_list 的 id 缺失或无效	card: bad option id
42041	模板卡片 option_list 的 text 缺失或无效	card: bad option text
42042	模板卡片 jump_list 项数不符合要求	card: bad jump_list length
42043	模板卡片 question_key 缺失或无效	card: bad question_key
42044	模板卡片 card_image 的 url 缺失或无效	card: bad card_image url
42045	模板卡片 card_action 缺失或无效	card: bad card_action
42046	模板卡片 submit_button 的 key 缺失或无效	card: bad submit_button key
42047	模板卡片 select_list 项数不符合要求	card: bad select_list length
42049	模板卡片 submit_button 的 text 缺失或无效	card: bad submit_button text
42050	模板卡片 horizontal_content_list 的 userid 缺失或无效	card: bad userid
42051	模板卡片 action_menu.action_list 中 key 重复	card: duplicate action_menu key
42052	msgid 已过期（只能撤回 24 小时内的消息）	message ID expired
43004	成员没有绑定微信，或没有关注微信插件	member not bound to WeChat
43009	企业没有验证主体	corp not verified
43012	应用没有配置回调 url	app has no callback URL
43016	取不到用户登录信息
43017	OpenData 请求校验未通过
44001	多媒体文件为空	empty media file
44004	文本消息的 content 为空	empty text content
45001	多媒体文件过大	media file too large
45002	消息内容过长	message content too long
45004	应用 description 长度不符合要求
45007	语音过长	voice too long
45008	图文消息的文章数量不符合要求	invalid number of articles
45009	接口调用超过频率限制	API call limit exceeded
45022	应用 name 长度不符合要求
45024	账号数量超出上限	too many accounts
45026	一次删除的成员过多，触发保护	bulk deletion guard triggered
45029	返回数据过大	response too large
45030	mediaid 过多（上限 20 个）	too many media IDs
45031	企业 corpsecret 安全性不足，须重置	secret insecure, reset it
45032	图文消息的 author 过长	article author too long
45033	接口并发过高	too many concurrent calls
45034	url 须带协议头	URL lacks a scheme
45035	同时写入发生冲突	concurrent write conflict
45036	数据访问量超限	data access limit exceeded
46003	尚未设置菜单	no menu set
46004	用户不存在	no such user
48001	应用没有该 API 功能的授权	API not authorized
48002	没有调用该接口的权限	no permission to call this API
48003	suite_id 无效（授权时）	invalid suite ID
48004	授权关系已失效	authorization no longer valid
48005	接口已下线	API retired
48006	接口权限已被收回	API permission withdrawn
48007	没有调用权限：该客服账号未授权给应用	kf account not authorized
48008	没有调用权限：通讯录编辑授权仅可用于部分通讯录接口	contact-edit grant does not cover this API
48009	没有调用权限：通讯录同步助手不能再从新增 IP 读取通讯录详情	contact sync not allowed from a new IP
48010	TLS 版本不受支持	unsupported TLS version
48011	成员活跃度未达要求，不能读取客户数据	member not active enough
49004	签名不一致	signature mismatch
49008	群聊已解散	chat dissolved
49009	buyer_userid 无效
50001	redirect_url 的域名不在可信域名之列	redirect domain not trusted
50002	成员不在权限范围	member outside the permitted scope
50003	应用已停用	app disabled
50006	系统应用已停用	system app disabled
50100	分页游标无效	invalid cursor
60001	部门名称长度不符合要求	invalid department name length
60003	部门 ID 不存在	no such department
60004	父部门不存在	no such parent department
60005	部门内还有成员，不能删除	department still has members
60006	部门下还有子部门，不能删除	department still has sub-departments
60007	根部门不能删除	root department cannot be deleted
60008	部门 ID 或名称已存在	department already exists
60009	部门名称含有不允许的字符	illegal characters in department name
60010	部门层级出现循环	department cycle
60011	对所给成员、部门或标签没有权限	no permission for this user, department or tag
60012	默认应用不能删除
60020	来源 IP 不在可信名单	IP not allowed
60021	成员不在应用可见范围	user outside the app's visible range
60028	第三方应用的主页 URL 不能修改
60030	操作对象超出应用可见范围	outside the app's visible range
60031	应用被禁止调用 API	app barred from calling the API
60102	UserID 已存在	user ID already exists
60103	手机号无效	invalid mobile number
60104	手机号已被占用	mobile number already in use
60105	邮箱无效	invalid email
60106	邮箱已被占用	email already in use
60107	微信号无效	invalid WeChat ID
60110	成员所属部门过多（最多 20 个）	user in too many departments
60111	成员不存在	no such member
60112	成员姓名 name 无效	invalid user name
60123	部门 id 无效（不在通讯录中）	invalid department ID
60124	父部门 id 无效（不在通讯录中）	invalid parent department ID
60125	部门名称无效	invalid department name
60127	没有传 department	missing department
60129	手机号与邮箱至少要填一项	neither mobile nor email given
60132	is_leader_in_dept 的项数与 department 不同	is_leader_in_dept and department differ in length
60136	找不到记录	no such record
60137	家长手机号已被占用	parent's mobile number already in use
60140	response_code 无效或已过期	invalid or expired response code
60141	个人邮箱无效，且没有填手机号
60142	个人邮箱更新不成功（可能已被占用）
60143	企业邮箱无效	invalid corp email
60144	企业邮箱更新不成功	corp email cannot be changed
60145	企业邮箱已被占用	corp email already in use
60146	手机号未找到	mobile number not found
60147	邮箱未找到	email not found
60148	企业邮箱未找到	corp email not found
60149	学生手机号已被占用	student's mobile number already in use
60150	扩展属性类型有误
60151	description 过长
60152	扩展属性的 description 无效
60203	模版 ID 无效
60204	模版当前不可用
60205	模版关键词不一致
60206	此类消息仅限第三方独立应用
60207	第三方独立应用限发模板消息
60208	第三方独立应用不能用 @all、toparty、totag
60209	缺少操作者 vid
60210	没有选择成员
60211	没有传 SelectedTicket
60214	仅第三方应用可以调用
60215	SelectedTicket 过多（最多 10 个）
60217	操作者没有权限（须已授权或在可见范围内）	operator has no permission
60218	限成员授权模式的应用调用
60219	使用 SelectedTicket 的应用不是创建它的应用
60220	缺少 corpappid
60221	open_userid 属于其他服务商	open user ID belongs to another provider
60222	SelectedTicket 无效
60223	BundleId 无效
60224	PackageName 无效
60225	操作者与 SelectedTicket 无关，不能建群
60226	所选人数过多（最多 2000 人）
60227	缺少 ServiceCorpid
60228	缺少 bind_corpid
60229	成员或部门 id 有误
60230	缺少 shareticket
60231	shareticket 无效
60233	shareticket 无效或误用
60234	shareticket 无效，或由其他应用生成
60235	缺少 payment_id
60236	缺少 trade_no
60237	payment_id 的收款项目不是本应用发起
60238	partyid 有误
60239	收款人没有实名
60240	收款企业没有验证或认证
60241	付款学生或部门 id 有误
60242	shareticket 不可跨域名使用
60243	trade_no 无效
60244	shareticket 不可跨 APP 使用
60246	第三方应用没有上线
60251	缺少 openkfid	missing open kf ID
60252	openkfid 无效	invalid open kf ID
60253	所给客服不是接待人员	not a servicer of the kf account
60257	直属上级过多（最多 5 个）	too many direct leaders
60267	时间无效（限 180 天内，跨度不超过 7 天）
60268	cursor 无效	invalid cursor
60269	企业邮箱别名无效
60270	企业邮箱别名已被占用
60271	企业邮箱别名无效（须为专属域名邮箱）
60272	成员没有专属域名邮箱，别名设置不了
60273	别名邮箱过多，企业邮箱设置不了
60274	「其他邮箱成员」暂时不能批量导入
60275	「其他邮箱成员」暂时不能用 API 管理
65000	学校已完成迁移
65001	关注模式无效
65002	一次导入的家长过多
65003	学校没有迁移
65004	组织架构未找到
65005	同步模式无效
65006	管理员类型无效
65007	家校部门类型无效
65008	入学年份无效
65009	标准年级类型无效
65010	该 userid 不是学生	user ID is not a student
65011	家长 userid 过多
65012	学生 userid 过多
65013	该学生已有家长
65014	不是学校类企业
65015	父部门类型不匹配（如班级须在年级之下）
65018	家长人数已满
65022	无权读取家校通讯录	no permission for the school contacts
65023	无权读取该学生或家长	no permission for this student or parent
65024	应用看不到家长关联的老师
71044	设备仍处于绑定状态，不能删除
71045	operid 无效
71046	没有设备数据的权限
71047	openuserid 无效
71048	应用没有获得授权的设备
71049	APP 中设置的考勤规则已满
71050	门禁规则名无效
71051	门禁规则无效
71052	读取测温数据出错
71056	设备可见范围不含该 userid
71057	门禁规则 id 无效
71058	应用可见范围不含该 userid
71059	门禁规则涉及应用可见范围以外的对象，不能删改
71060	门禁规则涉及应用可见范围以外的对象，不能删改
71062	文件名无效
71063	media_id 与 download_url 都没有传
71064	download_url 无效，或从中下载不了文件
71065	硬件没有打印功能，不能调用
71066	硬件没有扫描功能，不能调用
71067	打印转码配置的版本无效
71068	打印转码配置的版本已过期
71069	打印转码的页码无效
71070	设备使用范围不含该 userid
71071	时间戳无效
71072	设备型号还没发布，不能调用
71075	扫描上传的授权码无效
71076	默认的不可通行规则不能修改或删除
71077	bio_info_type 无效
71078	硬件型号不支持此 bio_info_type
72023	发票在其他公众号处被锁定	invoice locked by another account
72024	发票状态有误	wrong invoice status
72037	有发票不属于该用户
80001	可信域名有误，或没有 ICP 备案	trusted domain wrong or without ICP filing
81001	部门节点过多（上限 3 万）	too many nodes in department
81002	部门层级过深（最多 15 层）	department tree too deep
81003	标签节点过多（上限 30000）	too many nodes in tag
81011	无权操作该标签	no permission for this tag
81012	没有指定可见范围	no visible range given
81013	接收的成员、部门、标签全部无效或无权限	all recipients invalid
81014	一次加入标签的成员或部门过多	too many users or departments for one tag call
81015	邮箱域名与企业邮箱域名不一致
81016	缺少 logined_userid
81017	一次请求的个数过多	too many items in request
81018	服务商可获取名字的配额不足
81019	items 中有元素缺少 id
81020	items 中有元素缺少 type
81021	items 中有元素的 type 无效
81023	logined_userid 无效
81024	logined_userid 无效
81026	功能维护中，暂不可用	under maintenance
81031	通讯录隐藏规则未找到
81032	与已有的通讯录隐藏规则重复
81033	同类通讯录隐藏规则已满
81034	不能改变通讯录隐藏规则的类型
82001	没有指定任何成员、部门或标签	no recipients given
82002	PartyID 列表长度不符合要求（一次最多 100 个）	invalid party ID list length
82003	TagID 列表长度不符合要求（一次最多 100 个）	invalid tag ID list length
82004	消息内容不被允许	illegal message content
82101	没有指定更新对象	no update target given
82102	更新对象不是该消息的接收者	update target did not receive the message
84005	第三方应用未找到	no such third-party app
84014	user_ticket 已过期	user ticket expired
84015	user_ticket 无效	invalid user ticket
84019	缺少 templateid
84020	templateid 未找到	no such template
84021	缺少 register_code
84022	register_code 无效	invalid register code
84023	不能调用「通讯录同步完成」接口
84024	没有注册信息（未完成，或已过 24 小时）
84025	state 不合要求（限字母与数字，最长 128 字节）	invalid state
84052	缺少 caller
84053	缺少 callee
84054	缺少 auth_corpid
84055	公费电话拨打太频繁
84056	被叫用户安装应用时没有授权公费电话
84057	公费电话余额不够
84058	不支持 caller 的号码
84059	号码无效
84060	不支持 callee 的号码
84061	与该外部联系人没有好友关系	no relationship with this external contact
84062	没有开通公费电话应用
84063	caller 未找到
84064	callee 未找到
84065	caller 与 callee 是同一号码
84066	服务商的拨打次数已用完
84067	管理员接到的服务商公费电话过多
84069	主叫方被限制使用公费电话
84070	号码不受支持
84071	外部联系人授权码无效（或已用过）
84072	应用没有配置客服
84073	userid 不是应用配置的客服
84074	应用缺少外部联系人的权限	no permission for external contacts
84075	authcode 无效或已过期
84076	缺少 authcode
84077	订单金额过高，不能受理
84078	购买人数有误
84079	价格策略未找到
84080	订单未找到	no such order
84081	还有订单没有付款	an order is unpaid
84082	还有订单正在申请退款
84083	不是服务人员
84084	不是客户的跟进人	not a follower of the customer
84085	应用已经下架
84086	订单人数多于最多可购人数
84087	打开支付之前不能关闭订单
84088	已付款的订单不能关闭
84089	订单已付款	order already paid
84090	缺少 user_ticket	missing user ticket
84091	订单金额低于下限
84092	不能发起代下单
84093	代理关系已被占用，不能代下单
84094	应用没有配置代理分润规则，须联系应用服务商
84095	免费试用版不能扩容
84096	免费试用版不能续期
84097	企业有待生效的订单，暂不能再下单
84098	总量固定，不能扩容
84099	不处于购买状态，不能扩容
84100	没有买过此应用，不能续期
84101	企业试用过付费版本，不能全新购买
84102	企业的应用已过期，不能扩容
84103	只能修改没有付款的订单
84104	订单已付款，不能修改
84105	订单已取消，不能修改
84106	企业有该应用的待付款订单，不能代下单
84107	企业有该应用的退款中订单，不能代下单
84108	企业有该应用的待生效订单，不能代下单
84109	订单定价不能为 0
84110	新装应用不在试用中，不能升级到付费版
84111	可用优惠券不够
84112	不能关闭未付款订单
84113	没有付费信息
84114	虚拟版本不能下单
84115	虚拟版本不能扩容
84116	虚拟版本不能续期
84117	虚拟正式版未到期，不能扩容
84118	虚拟正式版有效期内不能换版本
84119	企业没有报备，不能代下单
84120	应用的当前版本已被删除
84121	应用版本已被删除，不能扩容
84122	应用版本已被删除，不能续期
84123	不是虚拟版本，不能升级
84124	不属行业方案的订单不能含部分应用版本的订单
84125	购买人数少于最低要求
84126	购买人数多于最高限额
84127	没有应用管理权限
84128	未能管理该行业方案的全部应用
84129	付费策略已被删除，不能下单
84130	订单生效时间无效
84131	超过五年，不能续期
84132	行业方案扩容至少要含一个应用
84133	优惠过多，金额低于历史最低价
84134	企业的应用已过期，不能换版本
84135	应用被禁止安装
84136	应用由代理商推广安装，须由该代理商下单
84137	客户由代理商报备，须由该代理商下单
84138	客户不是您的应用报备的，不能代下单
84139	灰度 License 的企业不支持代下单
84140	入口仅限上下游群会话的工具栏
84141	入口仅限上下游单聊的工具栏
84142	剩余时间均为赠送，不能扩容
84143	无权确认合同（限超管，或服务商应用的分管）
84144	确认者 gid 不在本服务商通讯录
84145	确认者 gid 加入的企业多于 5 个
84146	确认者 gid 已在 3 个企业确认过合同（上限）
84147	预下单已过期
84148	预下单状态有变，不能下单
84149	预下单已被取消
84150	预下单不属于所给企业
84151	预下单的应用没有安装
84152	预下单已被另一企业使用
84153	会议已购买过
84154	不是 k12 企业，不能购买
84155	服务商代下单最长 90 天
84156	预下单状态有变，请刷新
84157	没有验证或认证
84158	服务商没有开通商户号，不能代下单
84159	该客户没有授权记录，不能代下单
84160	时间须在今天之后
84161	测试订单只能加给测试企业
84162	服务商没有开通商户号，不能代下单
84163	应用没有购买记录，不能续期或扩容
84172	不是付费版
84175	生效日期无效
84178	该应用有订单没有付款
84180	客户企业未授权安装自定义应用
84182	只有买过的版本可以续期或扩容
84186	当前版本剩余超过一年，不能新购
84188	付费版本发布之前不能创建预下单
84189	正在生效的应用新购时不能设开始时间
84195	续期任务中 userid 重复
84200	文件转译解析出错（仅支持 utf8）
85002	含有不允许的词语	forbidden words
85004	企业本月设置的可信域名已满（每月 20 个）	too many trusted domains this month
85005	可信域名的所有权还没有校验	trusted domain ownership not verified
85006	IP 列表过长
85007	IP 地址无效
85008	可信域名的 ICP 备案没有通过
85009	应用信息不齐全（回调参数、可信域名）
85010	回调参数有误	invalid callback settings
85011	回调地址校验不通过	callback URL verification failed
85012	含有无效的权限名称
85111	可信域名属于第三方服务商
86001	chatid 无效	invalid chat ID
86003	chatid 不存在	no such chat ID
86004	群名无效	invalid chat name
86005	群主无效	invalid chat owner
86006	群成员人数过多或过少	too many or too few chat members
86007	群成员无效	invalid chat member
86008	不能操作其他应用创建的群	chat created by another app
86101	仅群主可以操作	only the owner may do this
86201	缺少 chatid	missing chat ID
86202	缺少群名
86203	缺少群主
86204	缺少群成员
86205	字符串 chatid 过长
86206	数字 chatid 过大
86207	群主须在群成员之中	owner is not among the members
86214	群发类型无效
86215	会话 ID 已存在	chat ID already exists
86216	含有无效的会话成员 ID	invalid member in chat
86217	发送者不是会话成员	sender is not a chat member
86220	会话参数无效	invalid chat parameter
86222	应用多人消息至少要有一名下游企业成员
86224	接口仅限受限群使用
86225	课程群群主不能删除（须先指定新群主）
86226	指定的课程群群主无权创建课程群
86227	课程群接口仅限高等教育行业的企业
90001	摇一摇周边没有认证
90002	没有传摇一摇周边 ticket
90003	摇一摇周边 ticket 无效
90100	对外属性的类型无效
90101	对外属性：文本长度不符合要求（最多 12 字）
90102	对外属性：网页标题长度不符合要求（最多 12 字）
90103	对外属性：网页 url 无效
90104	对外属性：小程序标题长度不符合要求（最多 12 字）
90105	对外属性：小程序 pagepath 无效
90106	对外属性：请求参数有误
90142	场所码 id 无效
90200	缺少小程序 appid	missing mini program app ID
90201	小程序通知的 content_item 过多（最多 10 个）	too many content items
90202	小程序通知的 key 长度不符合要求（1 至 10 字）
90203	小程序通知的 value 长度不符合要求（1 至 30 字）
90204	小程序通知的 page 无效
90206	企业没有关联该小程序	mini program not linked to the corp
90207	小程序 appid 无效	invalid mini program app ID
90208	小程序 appid 与应用不符	mini program app ID mismatch
90210	须由用户完成成员授权	member authorization required
90211	登录用的 suiteid 无效
90212	登录用的 suiteid 与小程序绑定的第三方应用不符
90300	orderid 无效
90302	付费应用到期	paid app expired
90303	付费应用的使用人数已满
90304	订单中心异常，稍后可重试	order service error, try again later
90305	参数有误，具体见 errmsg
90306	商户设置有误，具体见 errmsg
90307	登录态已过期	login expired
90308	IP 鉴权未通过，请求 IP 无效	request IP rejected
90309	订单已存在，不要重复下单	order already exists
90310	订单找不到	no such order
90311	关单失败（订单未拉起支付、已关闭、已付款、受保护，或渠道失败等）
90312	退款请求失败，具体见 errmsg
90313	退款调用太频繁	refund calls too frequent
90314	订单状态不对，可能未付款或不允许此操作
90315	退款请求失败，refund_id 可能已用过
90316	退款原因编号有误
90317	还没有注册为供应商
90318	nonce_str 为空或重复，视为重放
90319	时间戳为空，或与服务端时间相差过大
90320	订单 token 无效
90321	订单 token 已过期
90322	旧套件（含多个应用）不能使用支付系统
90323	单价高于限额
90324	商品数量多于限额
90325	预支单已存在
90326	预支单号无效
90327	预支单已经结算，不能再用
90328	结算下单失败，具体见 errmsg
90329	预支单已占用该订单号
90330	供应商创建失败
90331	供应商更新失败
90332	合同还没有签署
90333	合同创建失败
90338	超过了可退款期限
90339	供应商主体名含有不允许的字符
90340	客户创建失败，信息可能没有通过真实性校验
90341	退款金额高于付款金额
90342	退款金额多于账户余额
90343	退款单号已存在
90344	付款渠道无效
90345	金额超过 5 万元时不能指定微信支付
90346	同一订单的退款次数已满
90347	退款金额须大于 0
90348	支付密钥尚未在管理端配置
90349	记录过多
90350	银行信息没有通过真实性校验
90351	应用状态不正常
90352	延长的试用天数过多
90353	没有给出预支单
90354	预支单列表过长
90355	已关联退款预支单，不能删除
90356	不能以 0 金额下单
90357	代下单缺少支付渠道
90358	预支单与代下单不能部分退款
90359	预支单与下单者不属同一企业
90381	refunded_credit_orderid 无效
90405	图片类型无效
90406	图片大小不符合要求
90407	该企业属于 K12 企业
90408	图片无效
90409	图片上传出错
90410	该申请单编号已在处理中
90412	超级管理员的申请单已满
90413	企业的申请单已满
90414	参数有误（申请单）
90415	申请单编号找不到
90416	超级管理员权限不足
90418	提现人员没有实名认证
90419	图片上传失败，请重传并换用新的 mediaid
90420	提现人员的实名信息与超级管理员不一致
90421	经营范围与主体类型不一致
90431	同一应用同一企业每天最多创建 3 个免支付订单
90432	没有开通充值账户
90433	账户余额不够
90456	没有指定组织者	organizer missing
90457	日历 ID 有误	invalid calendar ID
90458	日历 ID 列表为空	calendar ID list empty
90459	日历已被删除	calendar deleted
90460	日程已被删除	schedule deleted
90461	日程 ID 有误	invalid schedule ID
90462	日程 ID 列表为空	schedule ID list empty
90463	组织者不可变更	organizer cannot be changed
90464	参与者过多	too many attendees
90465	重复类型不受支持
90466	日历或日程由其他应用创建，不能操作	calendar or schedule belongs to another app
90467	星期参数有误
90468	不允许更换组织者	organizer cannot be changed
90469	每页大小超出上限
90470	页数有误
90471	提醒时间有误	invalid reminder time
90472	对日历或日程没有操作权限	no permission for this calendar or schedule
90473	颜色参数有误
90474	组织者不能同时是参与者
90475	日历不属于该组织者	calendar does not belong to the organizer
90477	用户创建的日程只有系统应用「日程」能访问	schedules made by users are open to the system app only
90479	用户创建的日程不能操作	schedule made by a user
90480	timezone 无效
90481	组织者的日历已满	too many calendars
90482	op_start_time 无效
90483	公共日历与全员日历须给出 public_range
90484	「仅修改此日程」只适用于重复日程
90485	op_mode 无效
90486	缺少 repeat_interval
90487	day_of_month 无效
90488	start_time 须晚于 op_start_time
90489	自动订阅只能用于公共日历
90490	订阅者过多
90491	userid 在可订阅范围之外
90492	管理员须在成员之中
90493	含有废弃参数	deprecated parameter
90494	日历不属于创建者	calendar does not belong to the creator
90495	此类应用不能使用管理员字段
90496	只读日历不能指定管理员
90497	邮件创建的日程不能更新
90498	日程已订有其他会议室	schedule already has another meeting room
90499	会议室由其他应用预定，不能取消	meeting room booked by another app
90500	群主仍在职	chat owner has not left
90501	不是客户群	not a customer group
90502	群主已离职	chat owner has left
90503	群已满员且有 99 个微信成员，须在客户端确认移除
90504	新旧群主相同	chat owner unchanged
90507	离职群正在继承	chat takeover in progress
90508	离职群已经完成继承	chat already taken over
90509	不是企业微信的客户群	not a WeCom customer group
90510	企业近一年没有活跃用户
90511	opengid 未找到或无效	unknown or invalid opengid
90514	客户或客户群并非由营销获客类应用带来
90602	会议 Id 无效	invalid meeting ID
90603	事件分类 id 无效
90604	网格单元 id 无效
90606	网格单元的管理员已满（最多 20 人）
90607	网格单元内还有成员，不能删除
90608	网格单元重名
90609	网格单元的成员已满
90610	网格单元的成员已满
90613	成员管理的网格过多
90700	须先取消会议室预定，再更新日程	cancel the meeting room first
90704	remind_time_diffs 含有无效值
90705	日程创建者已离职，不能删除
90706	非周期日程的开始时间不能改到过去
90707	日程关联的会议正在进行，不能修改
90708	创建者没有默认日历，须传日历参数	creator has no default calendar
90710	日程关联的会议已结束，不能修改
90711	会议室已停用，不能预定	meeting room disabled
90712	默认日历不能删除
90713	没有指定日程参与者
90714	没有指定日程管理员
90715	日程管理员须是参与者
91040	ticket 的类型无效	invalid ticket type
92000	应用可见范围不含该成员	member outside the app's visible range
92001	应用不能读取敏感信息	no permission for sensitive information
92002	不能跨企业调用	call across corps not allowed
92003	不能跨应用调用	call across apps not allowed
92006	直播不是待开始状态（已开始或已取消）
92007	不能删除该直播回放
92008	应用无权操作该直播
93000	webhook 地址无效，或消息推送已被移出群	invalid webhook URL, or robot removed
93001	该群不允许推送消息	chat does not allow pushed messages
93004	消息推送（群机器人）已停用	webhook robot disabled
93006	群 ID 无效	invalid chat ID
93008	不在该群内	not in the chat
93017	消息内容为空	empty webhook message
93018	图片过大	webhook image too large
93019	机器人 id 无效	invalid robot ID
93050	response_type 无效	invalid response type
94000	工作台自定义模式没有打开	workbench custom mode is off
94001	type 无效
94002	缺少 keydata
94003	keydata 的 items 过多
94005	缺少 list
94006	list 的 items 过多
94007	缺少 webview
94008	应用没有设置工作台模版类型	workbench template not set
94010	缺少 title（工作台）
94011	webview 的高度类型有误
94012	缺少 data
94013	image 的 url 无效
94014	list 的 title 无效
94015	webview 的 url 无效
94016	height 与应用模板的设置不同
95000	open_kfid 无效	invalid open kf ID
95001	客服消息条数已满（客户每次来信后最多回 5 条）	kf message count limit
95002	客服消息超过时限（客户来信后 48 小时内可发）	kf message time limit
95003	可接待的客户咨询数已满（企业没有验证）	kf consultation limit
95004	open_kfid 不存在	no such open kf ID
95005	客服账号过多	too many kf accounts
95006	客服账号名无效	invalid kf account name
95007	msgtoken 无效或过期	invalid or expired message token
95008	菜单消息的菜单项过多（最多 10 个）	too many menu items
95009	菜单消息的菜单项类型无效	invalid menu item type
95011	微信客服已在企业微信中使用	kf already used within WeCom
95012	微信客服没有在企业微信中使用	kf not used within WeCom
95013	会话已结束	kf session ended
95014	成员不是接待人员，或没有激活	user is not a servicer
95015	专属服务已在管理端配置过
95016	会话状态不能这样变更	illegal session state transition
95017	API 开关没有打开（基础应用权限）	kf API switch is off
95018	会话在当前状态下不能发消息	session state forbids sending
95019	接待人员停止接待或暂时挂起	servicer not receiving
95020	接待人员过多	too many servicers
95022	location_type 无效
95023	API 开关已授权给代开发自建应用
95026	客服账号使用率过低，暂不能再建
95027	企业没有认证，只能创建 10 个客服账号
95030	此类消息被客服组件禁止发送	message type forbidden by the kf component
95031	客户 48 小时内没有发起咨询	no consultation within 48 hours
95032	客服组件读取聊天记录的权限已失效
95033	msgid 已用过	duplicate message ID
301002	无权操作所给应用（agentid 与 access_token 不符）	no permission for this app
301005	企业创建者不能删除	creator cannot be deleted
301007	企业不可用，可能已解散或被封禁	corp unavailable
301012	position 无效
301013	telephone 无效
301014	english_name 无效
301015	mediaid 无效	invalid media ID
301016	语音文件不符合要求	invalid voice file
301017	语音文件须为 AMR 格式	voice file must be AMR
301019	文件 md5 有误	wrong file MD5
301021	userid 无效（不在通讯录中）	invalid user ID
301022	打卡数据读取失败，可重试	cannot get check-in data, try again
301023	useridlist 无效或过长（最多 100 个）	invalid user ID list
301024	打卡记录的时间跨度过长（不超过一个月）
301025	审批接口参数有误	invalid approval parameter
301026	审批模板读取失败	cannot get approval template
301036	该成员的 userid 不能修改	user ID cannot be changed
301039	请求参数有误，请检查输入	invalid request parameter
301042	请求 IP 在白名单之外	IP not on the allow-list
301048	sdkfileid 的文件未找到或已过期	archived file missing or expired
301049	调用的应用没有关联到紧急通知应用
301050	紧急通知应用没有开启
301051	紧急通知余额不够
301052	会话存档服务到期	message archive expired
301053	会话存档服务没有开启	message archive not enabled
301055	没有审批应用权限，或不能拉取审批数据	no permission for approvals
301056	审批应用已被停用	approval app disabled
301057	审批单提交失败（内部接口出错）	approval submission failed
301058	拉取的会话数据过大，请减小 limit	archive request too large
301059	不是内部群，没有数据	not an internal group
301060	查询同意情况的请求过大（限 100 个）	consent request too large
301061	userid 或 exteropenid 对应的用户未找到	no such user in archive
301062	无假勤权限	no permission for attendance
301063	参数有误（假勤）
301064	内部错误（假勤）
301069	所给 userid 没有对应成员	no member with this user ID
301070	系统错误（人脸）	system error
301071	已存在相似人脸
301072	人脸图像数据有误
301073	排班时间有误（只能排未来的日期）
301075	输入参数有误（人脸）
301079	假勤时间与已有审批冲突
301080	应打卡时间无效
301081	打卡时间无效
301082	应打卡日期无效
301083	打卡接口参数有误
301084	journal_uuid 无效
301085	docid 无效	invalid document ID
301086	参数有误，具体见返回的 errmsg
301087	审批模板已满	too many approval templates
301088	没有操作权限	operation not permitted
301089	groupid 无效
301090	打卡规则含有应用可见范围之外的 id
301091	打卡规则的 range 与已有规则冲突
301092	打卡规则由其他应用创建，不能修改
301093	打卡规则字段无效
301094	打卡规则含有无效字段
301095	企业打卡规则已满
301096	创建打卡规则并发过高，请重试	too many check-in rules at a time
301097	打卡规则字段无效（位置与 wifi 不能都为空）
301099	所属打卡规则不允许为「迟到」补卡
301101	所属打卡规则不允许为「早退」补卡
301102	所属打卡规则不允许为「缺卡」补卡
301103	所属打卡规则不允许为「其他异常」补卡
301104	所属打卡规则不允许为「迟到」「其他异常」补卡
301105	所属打卡规则不允许为「早退」「其他异常」补卡
301111	会话存档 SDK 版本过低，请升级	archive SDK too old
301112	查询的时间范围过大，请缩小后重试	time range too large
301113	打卡审批还在进行，不能补卡
301115	模板设有自定义打印格式，不能用 API 修改
301116	该企业的会话存档 SDK 不对第三方开放	archive SDK closed to third parties
302003	导入文件中 userid 重复	duplicate user ID in import file
302004	组织架构无效（不是一棵树、partyid 重复或为空、部门名为空，或同级部门重名）	invalid organization tree
302005	批量导入失败，请重新导入	import failed, try again
302006	导入文件中 partyid 重复	duplicate department ID in import file
302007	导入文件中同一部门下有子部门重名	duplicate department name in import file
302008	已有导入任务在进行，须等它结束	import already running
400010	block_hint 无效
400011	block_hint 指向的拦截已失效
400012	不能用该 block_hint 解除拦截
400013	解除拦截的次数已用完
400020	参会人过多	too many meeting attendees
400021	参会人或主持人无效，或不在应用可见范围（外部联系人则看其跟进人）	invalid attendee or host
400025	remind_scope 无效
400026	repeat_type 无效
400027	主持人过多	too many hosts
400028	会议应用已关闭，会议接口不可用	meeting app is off
400029	主持人须是参会人	host must be an attendee
400030	会议密码无效
400031	会议 settings 无效
400032	repeat_until 无效
400033	repeat_interval 无效
400034	meeting_start 无效
400035	meeting_duration 无效
400036	会议创建者没有所给日历的权限
400037	响铃用户须是参会人
400038	缺少会议的 userid
400039	会议管理员须是参会人
400040	缺少 admin_userid
400041	会议已被取消	meeting cancelled
400042	会议 title 长度不符合要求
400043	参数已废弃，改用 admin_userid
400044	系统应用须用 creator_userid
400045	快速会议不能更新或取消
400218	有参会成员没有专业版账号
400219	会议发起人没有专业版账号
400220	创建会议的行为异常，被风控拦下	blocked by risk control
400221	会议正在进行或已结束，不能更新	meeting running or over
400222	会议开始时间已过
400223	开始或结束时间无效
400224	会议正在进行或已结束，不能取消	meeting running or over
400226	该字段须购买「会议高级功能」
400227	重复类型无效
400228	重复次数有误
400237	location 过长
400238	没有设置 media_set_type 的权限
400301	相同会议正在创建，5 分钟内不能再建	same meeting is being created
400302	已有相同的会议创建成功	same meeting already created
400303	用户无权创建会议	user may not create meetings
400304	用户无权操作	user not permitted
400307	不能查看其他企业成员创建的会议	meeting of another corp
400308	不是参会人或创建者，不能查看会议详情	not an attendee of the meeting
400313	会议的创建者或管理员已被禁用
511020	问题重复
600001	sn 无效（可能没有登记）
600002	设备已注册过
600003	硬件 activecode 无效
600004	硬件还没有授权给任何企业
600005	硬件 Secret 错误	wrong device secret
600006	硬件 deviceid 无效
600007	缺少硬件 sn
600008	缺少 nonce
600009	缺少 timestamp
600010	缺少 signature
600011	签名校验不通过
600012	长连接上已有注册的设备
600013	缺少 activecode
600014	设备没有网络注册
600015	缺少 secret（硬件）
600016	设备没有激活
600017	打卡时间有误
600018	起止时间无效
600019	结束时间无效
600020	设备没有登录
600021	设备 sn 已存在
600023	时间戳已过期
600024	固件超过 5M
600025	固件名为空，或长于 20 字节
600026	固件信息未找到
600027	固件参数无效
600028	固件版本已存在
600029	固件版本无效
600030	缺少固件版本
600031	该固件不能升级
600032	硬件二维码解析不出
600033	设备型号 id 冲突
600034	指纹数据过大
600035	人脸数据过大
600036	设备 sn 冲突
600037	缺少设备型号 id
600038	设备型号未找到
600039	设备类型不受支持
600040	打印任务 id 未找到
600041	offset 或 limit 无效
600042	设备型号 id 无效
600043	没有设置门禁规则
600044	门禁规则有误
600045	企业信息已被设备订阅过
600046	操作 id 与 userid 不一致
600047	secretno 的 status 无效
600048	指纹算法无效
600049	人脸识别算法无效
600050	算法长度无效
600051	设备已到期
600052	文件分块无效
600053	该链接已激活过
600054	该链接已订阅过
600055	用户类型无效
600056	健康状态无效
600057	缺少体温
600063	硬件没有扫描功能，不能调用
610001	永久二维码过多（每个员工最多 5000 个）
610003	scene 无效（1 至 64 个字符）
610004	参数所指的不是企业客户
610014	unionid 无效	invalid union ID
610015	小程序的开放平台账号没有认证
610016	企业没有认证	corp not verified
610017	小程序与企业的主体不同
610018	openid 与 unionid 分属不同的开放平台账号
610019	所需的第三方应用没有安装
610020	待开发应用的服务商没有任何第三方应用被安装
610021	已装的同服务商第三方应用尚无企业客户权限
610022	授权企业就是服务商，不必设置迁移
610023	外部联系人规模已满，暂时不能管理客户	corp-wide external contact limit reached
610024	企业没有按要求提交资质，暂时不能管理客户
630005	launch_code 无效
630010	sdk_func 无效
630011	singlechat 无效
630012	前后操作者不是同一身份
630013	launch_code 的应用与调用 SDK 接口的应用不同
630014	launch_code 申请的 SDK 接口与实际调用的不同
630015	单聊的对方已离职
640001	微盘空间不存在	no such drive space
640002	文件找不到	no such file
640003	文件已被删除	file deleted
640004	没有访问权限	no access
640005	成员不属于该空间	member not in the space
640006	成员容量已用尽	member capacity exceeded
640007	微盘容量已用尽	drive capacity exceeded
640008	没有该空间的权限	no permission for the space
640009	文件名无效
640010	空间成员已满
640011	json 格式不符
640012	userid 无效
640013	departmentid 无效
640014	空间没有可用的管理员
640015	不能设置预览权限（限 VIP 用户）
640016	不能设置文件水印（限 VIP 用户）
640017	微盘管理端没有打开 API 权限	drive API not enabled
640018	微盘管理端没有打开编辑权限
640019	微盘 API 的调用次数已用完	drive API quota exceeded
640020	权限类型无效
640021	fatherid 无效
640022	文件内容的 base64 无效
640023	权限范围无效
640024	fileid 无效	invalid file ID
640025	space_name 无效
640026	spaceid 无效	invalid space ID
640027	参数有误（微盘）
640028	空间已关闭成员邀请链接
640029	只能下载普通文件，不能下载文件夹等
640032	管理员禁止该成员创建空间
640035	免费账号的微盘调用已满每月 1000 次（全企业合计）	free drive API quota exceeded
640039	分块的 size 与 block_sha 对不上	block size and block_sha disagree
640044	空间处于保密模式
640045	无权设置「可上传下载」
640046	无权设置「自定义」权限
640047	上传的文件过大	uploaded file too large
640048	上传流程有误（不能重复完成上传）
640051	参数有误（文档）
640052	文档名无效
640053	管理员已满（最多 3 人）
640054	文档类型无效
640055	文档成员已满
640056	要移除的成员不在文档成员之列
640060	空间内的文件已满
640061	智能表权限规则重名
640062	智能表权限规则名过长（最多 20 字）
640063	智能表指定成员的权限规则过多（最多 20 条）
640065	智能表额外成员权限未找到
640067	智能表要删除的成员未找到
640069	智能表规则的成员过多（最多 500 人）
640070	智能表：设为全部记录时，不能再设局部行规则
640071	智能表：行规则数目有误（1 至 20 条）
640072	智能表：行规则缺少 fieldid
640073	智能表：行规则的此操作类型不应带值
640074	智能表：行规则的此操作类型必须带值
640075	智能表：行规则的操作类型未知
640076	智能表：行规则 other_priv 无效
640077	智能表：行规则的类型未知
640078	智能表：设为所有字段时，不能再设局部列规则
640079	智能表：列规则缺少 fieldid
640080	智能表：列规则 fieldid 重复
640081	智能表：列规则自相矛盾
640082	智能表：列规则的最小权限有误
640083	智能表：列规则的默认权限有误
640084	智能表：列规则的 can 类操作权限有误
640085	智能表：列规则的类型未知
640086	智能表：子表 id 为空
640087	智能表：子表 id 重复
640088	智能表：子表 priv 设置有误
640089	智能表：子表 priv.priv 取值无效
640090	智能表：成员类型有误
640091	智能表：成员重复
640092	智能表：成员无效
640093	智能表：部分字段的列表为空
640094	智能表：全员权限不能命名
640095	智能表：创建者列不能设类型
640096	智能表：列类型无效
640097	智能表：表格 id 无效
640098	智能表：日期、数字、文件列的权限设置有误
640100	智能表：引用列的权限设置有误
640101	智能表：系统属性列的权限设置有误
660001	商户号无效
660002	企业收款人 id 无效
660003	userid 超出应用可见范围
660004	partyid 超出应用可见范围
660005	tagid 超出应用可见范围
660006	商户号找不到
660007	申请已存在，不必重复提交
660008	商户号已绑定，不必重复申请
660009	商户号主体与商户主体不同
660010	绑定的商户号已满
660011	商户号没有绑定
660012	paymentid 无效
660013	对外收款应用已关闭
660014	该接口已废弃，请在管理后台管理商户号
670001	应用没有共享给该下游企业	app not shared with this corp
670002	chain_id 无效（上下游）	invalid chain ID
670003	上下游分组 id 无效
670004	企业在上下游范围之外
670005	上下游企业已满
670006	上下游规则 id 无效
670007	上下游规则 id 过多
670008	分组重复
670009	自定义 id 重复
670010	负责人过多
670011	上下游企业自定义 id 无效（64 个以内的字母和数字）
670012	没有填写导入的企业名称
670013	企业名称无效（30 个字符以内）
670014	没有填写上下游联系人姓名
670015	上下游联系人姓名有误
670016	身份无效，只能是负责人或成员
670017	分组名与同级的企业重名
670018	联系人账号异常，不能邀请
670019	导入后单个企业的人数过多
670020	分组层级过深（最多 9 层）
670021	分组名称无效
670022	上一导入任务还没有结束
670023	今日导入人数已满
670024	导入被拒：账号异常
670025	导入的企业数或人数过多
670026	上下游空间的企业已满
670027	上下游创建者不能移除
670028	企业重名
670029	成员或部门在上下游范围之外
670030	无权操作此 groupid（须在应用共享范围内）
670031	管理员设置不允许部分联系人加入其他企业的上下游
670032	成员自定义 id 无效
670033	同一成员填了多个自定义 id
670034	成员自定义 id 与本企业其他成员重复
670035	成员的自定义 id 为空
680000	参数有误（邮件），具体见 errmsg
680001	邮件群组地址无效
680002	邮件群组名称无效
680003	邮件群组成员无效
680004	邮件群组中的子群组无效
680006	邮件群组的使用权限取值无效
680007	可使用群组的成员邮箱无效
680008	邮件群组没有成员
680010	邮件群组地址已被成员占用
680011	邮件群组地址已被其他群组占用
680012	邮件群组未找到	no such mail group
680015	fuzzy 无效
680032	业务邮箱地址无效
680033	业务邮箱地址已被占用
680034	业务邮箱名称无效
680035	业务邮箱 ID 未找到	no such shared mailbox
680036	业务邮箱 ID 无效
680037	vid 账号余量不够
680040	业务邮箱重名
680041	读取用户功能属性：type 无效
680042	修改用户功能属性：type 无效
680043	启用或禁用邮箱：type 无效
680044	超级管理员与企业创建者不能禁用
680045	邮箱已关闭，不能再禁用
680046	启用的邮箱已满
680047	别名邮箱格式有误
680048	别名邮箱已被占用
680049	别名邮箱过多（最多 5 个）
680050	添加别名须先有企业专属域名
680106	企业的会议应用已关闭，音视频会议不可用
680151	客户端专用密码 id 有误
680153	客户端专用密码过多
701001	不是 license 基础账号
701002	license 账号无效
701003	激活码已被绑定
701004	用户没有激活该类激活码，不能续期
701005	license 订单无效
701006	license 账号类型无效
701007	账号类型无效
701008	没有用户持有效的互通 license	no user holds an interconnection license
701009	灰度期内 month 只能填 1
701010	account_code 全部无效
701011	userid 已绑定激活码
701012	active_code 已过绑定期限
701013	灰度期内只能续期一次
701014	一个 jobid 最多关联 100 万个 userid
701015	下单须先有第三方或代开发授权
701016	账号没有激活或已过期	account not activated or expired
701017	账号 30 天内有过迁移
701018	接收账号已有同类账号
701019	userid 无效，或属于其他企业
701020	userid 重复
701021	激活码无效	invalid activation code
701022	激活码正在生成，请稍后再试
701023	激活码重复
701024	批量操作无一成功
701025	批量操作的列表为空
701026	列表过长
701027	测试企业购买的账号过多
701028	测试企业一次最多购买一个月
701029	测试企业只能续期一次
701030	新旧激活码有效期相加超过 5 年
701031	有订单正在迁移，完成之后才能下单
701032	有订单没有付款，完成之后才能下单
701033	有订单的激活码还在生成，请稍后再试
701034	历史企业须先完成迁移（可在服务商管理端主动迁移）才能购买 license
701035	已有正式订单，不能加测试订单
701036	有生效中的测试订单，不能加订单
701037	有订单正在申请退款
701038	民生企业只能购买 12 个月
701039	民生企业不能续期
701040	民生企业购买的数量过多
701051	应用没有共享给下游企业
701054	激活码由上游企业分享而来
701055	激活码已给了下游企业
701056	激活码分享过多（上限为上下游通讯录人数的 2 倍）
701057	服务商没有得到上游企业授权
701058	两个企业没有上下游关系
701063	企业的接口许可已关闭
701070	自动激活状态无效
701071	没有给授权企业买过接口许可
701072	企业没有可用的未激活许可
701081	激活码写入冲突，请重新查询后处理	write conflict on activation code
701082	重新激活时，旧码剩余时长不能多于 20 天
701083	订单还没付款
701084	订单已不是未付款状态
701085	订单暂时不能操作，请稍后再试
701086	订单属于其他企业
701087	授权企业没有安装互通权限（客户联系或微信客服）的应用
701088	服务商应用的可见范围不含该用户
701089	服务商的互通权限应用（客户联系或微信客服）对该用户不可见
701090	续期订单中所有账号的续期天数均为 0
701099	用户名下没有可用的接口许可	user has no API license
701100	时间戳有误（跨度不超过 14 天）
701101	limit 超过 1000
701102	一次查询的用户超过 100 个
701103	操作类型无效
701104	操作来源无效
701105	cursor 无效（须为接口返回值）	invalid cursor
701107	用户超出文档存档范围或应用可见范围
701108	docid 无效（文档存档）
701109	导出格式无效
701112	民生行业优惠已结束
701120	父订单 id 不能用于该接口
701121	测试企业不能使用多企业下单
701122	多企业下单的企业全部无效
701123	多企业下单：一个 jobid 最多含 10 万个企业
701124	corpid 重复
701125	jobid 还没提交
701126	jobid 已提交过
701127	非测试企业不能加测试订单
701128	测试企业只能加测试订单
701129	企业没有服务商应用的订单
701130	企业的服务商应用订单都已过期
701131	没有应用订单、免费试用中，所购账号数多于试用人数上限
701132	购买不足 3 个月（含）时，账号数不能多于通讯录人数的 2 倍
701133	没有应用订单、免费试用中，购买不能超过 3 个月（93 天）
701134	操作太频繁，请稍后再试	too frequent, try again later
701135	接口许可的时长不能短于应用订单
701139	没有授权会话存档应用，不能创建存档订单
701140	此版本会话存档账号已买过，只能续期、扩容或升级
701141	此版本会话存档账号没有买过或已过期，不能增购、续期或升级
701142	订单可能正被并发更新，请重试
701143	有未付款或退款中的订单，不能下单
701146	海外企业买不了会话存档
701147	余额支付的金额高于单次上限
701149	到期前 60 天之内才能续期
701150	测试企业不能分配许可
701151	jobid 有误或已失效
701152	docid 有误，或文档没有公开
701153	可查文档列表的用户已满
701154	可导出的文档已满
701158	订单类型不受支持
701159	购买人数无效
701160	有企业没有通过支付检查
701161	订单已限定用微信网银付款
701162	订单不需要付款
701163	生效时间无效
701164	没有可升级的版本
701165	缺少 chat_archive_api
701166	操作者权限不足，或已离职、退出、被禁用
701167	购买人数过多
701169	只能取消没有付款的订单
701170	群活码第三方许可的免费期已过
701200	有其他镜像正在发布，暂不能发布
701230	原开始或结束时间有误
701231	已有版本等待生效
701250	时间戳有误（范围不超过 14 天）
701252	cursor 无效（文档操作记录等）
701311	续期的激活码已有变更，不能付款
701312	退款订单所续的激活码已有变更，不能退款
701400	空间不在成员的微盘存档授权空间之列
701401	成员在微盘存档范围之外
701402	微盘存档确认函没有通过
701403	该微盘文件不能下载
701404	成员不是微盘空间超管
701405	数据有更新，请从第一页重新拉取
701450	对该微盘文件或文档没有权限
710000	open_corpid 无效
710002	open_pending_corpid 无效
710003	formid 无效
710004	mailid 无效
710006	tmp_external_userid 无效
710007	gateway_id 无效
710200	运动步数凭证无效
710201	用户没有允许读取运动步数
710400	model_access_token 无效（硬件云端接入）	invalid model access token
710401	model_access_token 已过期（硬件云端接入）	model access token expired
710402	model_ticket 无效（硬件云端接入）	invalid model ticket
710403	缺少 model_access_token	missing model access token
710600	msgid 或密钥信息有误
710601	msgid 有误
710602	msgtype 有误
710603	密钥信息有误
710605	消息解密不成功	cannot decrypt message
710606	授权范围不含该群
710607	授权范围不含该部门
710608	授权范围不含该用户
710609	授权范围不含外部联系人的跟进人
710610	关键词与关键行为至少填一项
710611	cursor 有误
710612	关键词规则 ID 未找到
710613	msgid 有重复
710614	群成员全部在授权范围之外
710615	session_type 有误
710616	提交的任务类型与 jobid 不符
710617	分析任务已提交
710618	分析任务没有提交
710619	关键词规则已满
710620	关键词规则 ID 有误
710621	电话号码格式有误
710622	银行卡号格式有误
710623	一次分析的消息过多
710624	群 ID 无效（数据专区）
710625	分析任务类型有误
710626	自定义 ID 已被占用
710627	空间不够
710628	摘要过长
710629	导出的消息过多
710632	还没创建过知识集
710633	分析任务执行失败
710634	分析任务没有成功
710635	自有模型没有部署
710636	能力 id 无效
710637	消息无一分析成功
710638	程序调用失败
710639	请求或结果含有不适宜的内容
710640	应用类型不受支持
710641	缺少「数据与智能专区」权限	no permission for the data zone
710642	正在等程序或模型返回	result still pending
710643	应用未获知识集授权
710644	应用未获通用模型授权
710645	程序未找到或状态异常
710646	notify_id 无效
710647	输入与协议不符
710648	关键行为的取值无效
710649	群 id 过多
710650	没有关键词列表
710651	没有购买付费版
710652	存档已超过 90 天，内容失效
710653	试用已结束超过 30 天，其间的存档失效
710654	付费已结束超过 30 天，其间的存档失效
710655	存档范围的授权涉及多个版本，不能迁移
710656	目标应用已设公钥，不能迁入
710657	其他应用正在迁移，只能用该应用重试
710658	已迁移过
710659	第三方存档接口没有设置公钥
710660	专区示例镜像内部出错
710671	调试凭证过期
710672	服务商不是测试企业，或应用不是测试安装，不能调试
710673	模型或程序没有打开调试模式
710674	连接不上专区
710675	专区读写超时
710676	专区程序返回的 HTTP 状态码不是 200
710677	专区解密或验签不通过
710678	表格过大（最多 255 个子表；每个子表最多 150 万格、20 万行、2000 列）
710682	模型服务忙，稍后可重试	model busy, try again
710700	语音不能转成文字
710722	缺少操作人 userid
710723	关键词不能为空
710724	userid 不属于应用可见范围
710725	创建时间的范围无效
710726	应用没有该接口的数据权限	no data permission for this API
710728	既没有文档许可，也不在存档试用期
710729	文档不存在或识别不了
710730	没有文档的阅读权限
710731	文档创建时间不符
710732	文档类型不符
710733	文档类型不受支持
710734	文档或微盘文件不存在，或无权访问
710736	文档成员不足两人，或微盘文件不在共享空间
710737	关键词总长过长
710738	文档创建人不符
710800	操作的成员不属于该文档
710801	不是企业内部群
710802	群聊已被封禁
710803	user_doc_ticket 无效或过期	invalid or expired user_doc_ticket
730000	tmp_openid 无效
730001	录制文件 id 无效
730002	录制 id 无效
730003	子会议 id 无效
730004	会议号无效
730005	会议由其他应用创建，不能操作	meeting belongs to another app
730006	报名 id 无效
730007	企业不是专业版
730008	会议已被删除	meeting deleted
730009	参会人须包含管理员
730010	会议不是用 API 创建	meeting not created through the API
730011	不支持此类会议（不是用 API 创建）
740000	gateway_info 的 <host,port> 冲突（安全网关）
740001	target_info 的 path 冲突（安全网关）
740002	安全网关已满（最多 10 个）
740003	单个网关的 path 过多（最多 100 个）
740004	安全网关未找到
740005	网关 host 须为域名，不能用 IP
740006	网关 host 没有通过验证（备案主体须与企业一致）
751001	邮箱高级功能没有开通
751002	邮箱高级功能的可分配余额不够
770001	高级功能额度不够
770003	全企业购买模式下不能分配或撤销高级功能账户
770004	用户列表中没有有效用户
770005	没有开通业务高级功能
770006	jobid 无效（高级功能）
770007	任务正在处理	job in progress
770008	有账户分配高级功能已满 7 天以上，不能撤销
770009	有效账户都已是高级功能账户
770010	高级功能购自腾讯会议，不能用此接口操作
770011	applyid 无效
770013	只能修改以 API 创建的高级功能申请单
770014	申请单状态不允许此操作（高级功能）
770015	高级功能审批人信息无效
770016	审批 url 无效
770017	审批单当前状态不能更新
790000	jobid 无效（会话组件）
790001	任务状态无效
790002	任务已在执行
790003	任务结果已上报
790004	会话组件没有授权
790005	nonce 重复
790006	还没有发布镜像
790007	消息解不开密
790008	任务没有在运行
790010	任务没有在进行
790011	任务类型无效
790012	json 模板无效
790013	json 结果无效
790014	json 结果与模板不符
790015	json 请求包无效
790016	json 请求包与模板不符
790017	job_info 无效
790020	模型或程序没有与该应用关联
790021	程序没有正常部署
790022	程序或模型的输出含有不适宜的内容
790023	模型或程序的上一请求还在执行
790024	知识库不能跨应用使用
790025	知识库内容的 web_url 有误
790026	知识库的内容已满
790027	企业的知识库已满
790028	知识库内容不能全部删除
790029	知识库已有相同的 web_url
790032	知识库内容的名称无效
790033	名字含有不可见字符
790034	知识库已删除，不能使用
790040	模型输入展开后过长
790041	传给模型的消息内容全部读取失败
800000	知识库 id 无效
800001	模型或程序 id 无效
800002	模型或程序没有部署
800003	模型或程序没有该能力 id
810000	欢迎语消费码无效
810001	好友关系校验不通过
810002	消息发送受限（超过回复的时间或条数）	message limit reached
810003	智能账号状态不正常
810004	智能账号没有通过审核
830001	用于上传素材的 url 无效（须支持 Range 下载）	invalid upload URL
830002	下载的文件或 Range 范围过大（一次不超过 20M）	download or range too large
830003	从 url 下载素材数据失败	download from URL failed
840001	工作表 Webhook 地址有误	invalid sheet webhook URL
840002	来源 IP 不被允许	source IP not allowed
842002	代开发应用模版没有上线
842003	模版不是代开发应用模版
842004	代开发应用模版的数量有误
842005	此应用类型不受支持
842006	代开发应用已有授权
844001	output_file_format 无效
844002	安装应用已超过 7 天，不能再拨公费电话给管理员
845001	openid 不属于公众号或小程序
845002	openid 的认证主体与企业不同
845003	unionid 的认证主体与企业不同
846000	应用须为代开发或第三方
846601	机器人没有打开长连接模式	long connection not enabled
846604	req_id 已过期	request ID expired
846605	req_id 无效	invalid request ID
846606	已回复过，不能重复回复	already replied
846607	发送频率受限（用户须先与机器人对话）	robot send limit
846608	流式消息已停止更新（超过 10 分钟）	stream expired
846609	机器人没有订阅（长连接没有建立）	robot not subscribed
846610	biz_type 不受支持	unsupported biz_type
846611	upload_id 无效	invalid upload ID
846612	分片序号越界	chunk index out of range
846613	分片过大	chunk too large
846616	还有分片没有传完	upload incomplete
846625	task_id 无效	invalid task ID
846697	文件类型不受支持	unsupported file type
850001	机器人授权已过期，或已被重置	robot authorization expired or reset
851008	没有文档授权（机器人）	document authorization needed
851013	缺少文档授权（机器人）	document authorization needed
851014	文档授权已过期，或已被重置（机器人）	document authorization expired or reset
853000	bot_id 或 secret 错误	wrong bot ID or secret
853001	不能获取 MCP 配置（目前仅对 10 人以内的企业开放）	MCP not open to this corp
853004	令牌已过期（wecom-cli），刷新后重试	Bearer token expired
2000002	CorpId 无效（不存在）	invalid corp ID
2000003	没有远程开门的数据
2000004	远程开门记录中的设备不是当前设备
2000007	上报的开门状态有误（远程开门）
2000009	上报的 operid 无效（扫码开门）
2000010	上报的开门状态有误（扫码开门）
2000055	主键列不能删除
2000111	系统故障，稍后可重试	system failure, try again later
2000141	系统出错，稍后可重试	system failure, try again later
2010003	同一文档的并发过高，请降低后重试	too many concurrent calls on one document
2020036	file_id、file_url 或 file_ext 为空
2022003	记录找不到	no such record
2022004	列找不到	no such column
2022005	视图为空
2022009	视图类型无效
2022010	列类型无效
2022012	电话字段无效
2022013	多选字段无效
2022014	图片字段无效
2022015	文本字段无效
2022016	链接字段无效
2022017	数字列的属性无效
2022018	日期参数无效
2022019	链接列的属性无效
2022020	选择列的属性无效
2022021	进度列的属性无效
2022022	视图已存在
2022023	offset 超过总数，分页有误
2022029	智能表的行数、列数或大小已到上限	sheet row, column or size limit reached
2022030	字段标题有误（为空或重复等）
2022031	ID 已存在（视图、字段或记录）	ID already exists
2022032	视图属性无效
2022033	筛选条件无效
2022034	日期值有误
2022035	关联值有误
2022037	地理位置值有误
2022040	字段列的属性无效
2022041	关联字段列的属性无效
2022043	地理位置列的属性无效
2022047	自动编号列的属性无效
2022048	没有编辑权限（文档或内容）	no edit permission
2022049	视图已锁定，结构不能修改
2022050	视图不可见，结构不能修改
2022051	应用关联的记录不能修改
2022052	工具栏最多固定 3 个字段
2023030	外部数据的请求包超过 30M	webhook request larger than 30 MB
2023031	外部数据的编辑量超过 10M	webhook edit larger than 10 MB
2023032	外部数据写入太频繁（每分钟 3000 条）	webhook limited to 3000 rows a minute
2023033	收到的图片内容有误
2023035	接收外部数据不能设置列字段
2023036	图片字段只能用手机拍照上传
2023037	条码字段只能用手机扫码录入
2023038	地理位置字段只能用手机自动定位
2023040	用户列的属性无效
2023041	复选框字段无效
2023042	货币字段无效
2023043	百分比字段无效
2023044	用户的文档容量已用尽	document capacity exceeded
2040035	上一次写入还没完成，稍后可重试	previous write unfinished, try again later
2040039	单元格、行或列已到上限
2050067	文档类型与接口不符（智能表格须用智能表格接口）	wrong document kind
2090726	暂不可用，稍后可重试	try again later
2400001	请求参数不正确	invalid request parameter
2400003	资源不存在	no such resource
2400004	资源已存在	resource already exists
2400005	不能访问该资源	resource access denied
2400006	没有获得操作该资源的授权	resource operation not authorized
2400007	请求数超出限制	too many requests
2400008	访问了范围之外的资源	resource out of range
2505401	子表过多
2543303	子表找不到	no such sheet
2543306	子工作表的数量异常
2543337	数据还在加载，稍后可重试	data loading, try again later
`
