package main

import (
	"github.com/go-workwx/workwx"
)

// advice says what to do about a refusal. fromIP is the address that the platform saw, if it said so.
func advice(code workwx.Code, fromIP string) string {
	if s := specificAdvice(code); s != "" {
		return s
	}
	switch {
	case code.IsIPNotAllowed():
		address := "the address of this machine"
		if fromIP != "" {
			address = fromIP
		}
		return "add " + address + " to the app's 企业可信IP (trusted IPs): admin console, 应用管理, the app, at its end; it takes a minute to take effect"
	case code.IsTokenInvalid(), code.IsSuiteTokenInvalid():
		return "the token ended early, and a new one was refused too: check that the secret belongs to the app"
	case code.IsCredentialInvalid():
		return "check corp ID (admin console, 我的企业) and secret (应用管理, the app); do not repeat it, as the address is banned after some failures"
	case code.IsRateLimited():
		return "call less often or with less concurrency, and try again later"
	case code.IsBusy():
		return "try again in a moment, three times at most"
	case code.IsPermissionDenied():
		return "an administrator has to grant it: admin console, 应用管理, the app, its 可见范围 (visible range) and API permissions"
	case code.IsNotFound():
		return "check the id; it may be gone, or invisible to this app"
	}
	return ""
}

func specificAdvice(code workwx.Code) string {
	switch code {
	case workwx.CodeInvalidSecret:
		return "check the secret: it is that of one app of this corp, to be copied anew from its page in the admin console (应用管理)"
	case workwx.CodeInvalidCorpID, workwx.CodeUnknownCorpID:
		return "check the corp ID: it stands at the end of the page 我的企业 of the admin console"
	case workwx.CodeContactSyncIPNotAllowed:
		return "the contacts secret may not read details from this address: list ids only (workwx user list --ids), or use the secret of an app"
	case workwx.CodeInvalidAgentID, workwx.CodeNoAppPermission:
		return "check the agent ID: it is the AgentId of the app whose secret is used (admin console, 应用管理)"
	case workwx.CodeNoAPIPermission, workwx.CodeAPINotAuthorized:
		return "this secret may not make the call: some calls need the secret of 通讯录同步 or 客户联系, others a permission that an administrator grants to the app"
	case workwx.CodeAllRecipientsInvalid:
		return "check the ids, and that those named are in the app's 可见范围 (visible range)"
	case workwx.CodeNoRecipients:
		return "name somebody with --to, --party or --tag"
	case workwx.CodeNoTargetPermission:
		return "put the user, department or tag into the app's 可见范围 (visible range); to change contacts, use the secret of 通讯录同步"
	case workwx.CodeUserNotFound:
		return "check the user ID, and that the member is in the app's 可见范围 (visible range)"
	case workwx.CodeAppDisabled:
		return "enable the app in the admin console (应用管理)"
	case workwx.CodeResponseTooLarge:
		return "ask for less at a time, one department for example"
	case workwx.CodeIllegalParameter, workwx.CodeInvalidParameter:
		return "compare the request with the document: workwx api --doc PATH"
	case workwx.CodeInvalidWebhookURL:
		return "copy the robot's URL anew from the settings of its group; it may have been removed"
	case workwx.CodeInvalidMediaID:
		return "upload the file again: an id is valid for 3 days, and only for the corp that it was made in"
	case workwx.CodeRateLimited:
		return "too many calls: wait as long as the limit's window (a minute, an hour or a day) and call less"
	}
	return ""
}

// classes names the classes of a code.
func classes(code workwx.Code) []string {
	list := []string{}
	for _, class := range []struct {
		is   bool
		name string
	}{
		{code.IsBusy(), "busy"},
		{code.IsTokenInvalid(), "token invalid"},
		{code.IsSuiteTokenInvalid(), "suite token invalid"},
		{code.IsCredentialInvalid(), "credential invalid"},
		{code.IsIPNotAllowed(), "address not allowed"},
		{code.IsRateLimited(), "rate limited"},
		{code.IsPermissionDenied(), "permission denied"},
		{code.IsNotFound(), "not found"},
	} {
		if class.is {
			list = append(list, class.name)
		}
	}
	return list
}
