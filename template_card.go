package workwx

// CardType is a kind of template card.
type CardType string

// The kinds of template cards.
const (
	CardTypeTextNotice          CardType = "text_notice"          // a text with emphasis, lines and links
	CardTypeNewsNotice          CardType = "news_notice"          // a picture with text
	CardTypeButtonInteraction   CardType = "button_interaction"   // buttons to click
	CardTypeVoteInteraction     CardType = "vote_interaction"     // a choice among options
	CardTypeMultipleInteraction CardType = "multiple_interaction" // several drop-down choices
)

// TemplateCard is a card of one of five kinds (模板卡片). Which fields a kind takes:
//
//	                       text_notice  news_notice  button  vote  multiple
//	Source, TaskID         yes          yes          yes     yes   yes
//	MainTitle              yes          required     required required required
//	ActionMenu, QuoteArea, yes          yes          yes     -     -
//	HorizontalContentList
//	EmphasisContent        yes          -            -       -     -
//	SubTitleText           yes          -            yes     -     -
//	JumpList               yes          yes          -       -     -
//	CardAction             required     required     yes     -     -
//	CardImage or           -            required     -       -     -
//	ImageTextArea
//	VerticalContentList    -            yes          -       -     -
//	ButtonList             -            -            required -    -
//	ButtonSelection        -            -            yes     -     -
//	Checkbox               -            -            -       required -
//	SelectList             -            -            -       -     required
//	SubmitButton           -            -            -       required required
//
// TaskID is required when a user can answer: in the three interactive kinds and with an ActionMenu. An
// app without a callback URL cannot send such cards (errcode 43012). Limits in characters are recommendations
// of the platform.
type TemplateCard struct {
	CardType              CardType                `json:"card_type"`
	CardImage             CardImage               `json:"card_image,omitzero"`
	Source                CardSource              `json:"source,omitzero"` // where the card comes from
	MainTitle             CardTitle               `json:"main_title,omitzero"`
	QuoteArea             CardQuoteArea           `json:"quote_area,omitzero"`
	EmphasisContent       CardTitle               `json:"emphasis_content,omitzero"`        // one figure, shown large
	SubTitleText          string                  `json:"sub_title_text,omitzero"`          // at most 160 characters
	VerticalContentList   []CardVerticalContent   `json:"vertical_content_list,omitzero"`   // at most 4
	HorizontalContentList []CardHorizontalContent `json:"horizontal_content_list,omitzero"` // at most 6
	JumpList              []CardJump              `json:"jump_list,omitzero"`               // at most 3
	CardAction            CardAction              `json:"card_action,omitzero"`             // what a click on the card does
	ActionMenu            CardActionMenu          `json:"action_menu,omitzero"`             // the menu at the upper right
	TaskID                string                  `json:"task_id,omitzero"`                 // at most 128 bytes of digits, letters and _-@; unique in the app
	ButtonList            []CardButton            `json:"button_list,omitzero"`             // at most 6
	Checkbox              CardCheckbox            `json:"checkbox,omitzero"`
	SelectList            []CardSelect            `json:"select_list,omitzero"` // at most 3
	SubmitButton          CardSubmitButton        `json:"submit_button,omitzero"`
	ReplaceText           string                  `json:"replace_text,omitzero"` // in an update: what the buttons turn into
	ImageTextArea         CardImageTextArea       `json:"image_text_area,omitzero"`
	ButtonSelection       CardSelect              `json:"button_selection,omitzero"` // a drop-down choice beside the buttons
	Feedback              CardFeedback            `json:"feedback,omitzero"`         // robots only
}

// CardImage is the picture of a card.
type CardImage struct {
	URL         string  `json:"url"`
	AspectRatio float64 `json:"aspect_ratio,omitzero"` // width to height, 1.3 to 2.25; 1.3 by default
}

// CardSource says where a card comes from.
type CardSource struct {
	IconURL   string          `json:"icon_url,omitzero"`   // 72×72
	Desc      string          `json:"desc,omitzero"`       // at most 20 characters
	DescColor CardSourceColor `json:"desc_color,omitzero"` // of Desc
}

// CardSourceColor is a color of a card's source.
type CardSourceColor int64

// The colors of a card's source.
const (
	CardSourceColorGray  CardSourceColor = 0
	CardSourceColorBlack CardSourceColor = 1
	CardSourceColorRed   CardSourceColor = 2
	CardSourceColorGreen CardSourceColor = 3
)

// CardTitle is a title and a smaller text below.
type CardTitle struct {
	Title string `json:"title,omitzero"` // at most 36 characters; 14 as emphasis
	Desc  string `json:"desc,omitzero"`  // at most 44 characters; 22 as emphasis
}

// CardTarget says what a click opens.
type CardTarget int64

// The targets of clicks.
const (
	CardTargetNone        CardTarget = 0
	CardTargetURL         CardTarget = 1
	CardTargetMiniProgram CardTarget = 2
	CardTargetQuestion    CardTarget = 3 // asks the robot the Question of a [CardJump]; robots only
)

// CardQuoteArea is a text that the card quotes.
type CardQuoteArea struct {
	Type      CardTarget `json:"type,omitzero"`
	URL       string     `json:"url,omitzero"`
	AppID     string     `json:"appid,omitzero"`    // of a mini program
	PagePath  string     `json:"pagepath,omitzero"` // in the mini program
	Title     string     `json:"title,omitzero"`
	QuoteText string     `json:"quote_text,omitzero"`
}

// CardVerticalContent is a title with a text below.
type CardVerticalContent struct {
	Title string `json:"title"`         // at most 38 characters
	Desc  string `json:"desc,omitzero"` // at most 160 characters
}

// CardContentType says what a line of a card links to.
type CardContentType int64

// The kinds of lines.
const (
	CardContentTypeText   CardContentType = 0
	CardContentTypeURL    CardContentType = 1
	CardContentTypeFile   CardContentType = 2 // MediaID is the file
	CardContentTypeMember CardContentType = 3 // UserID is the member whose profile opens
)

// CardHorizontalContent is a line with a name and a value.
type CardHorizontalContent struct {
	KeyName string          `json:"keyname"`        // at most 5 characters
	Value   string          `json:"value,omitzero"` // at most 30 characters; of a file, its name with extension
	Type    CardContentType `json:"type,omitzero"`
	URL     string          `json:"url,omitzero"`
	MediaID string          `json:"media_id,omitzero"`
	UserID  string          `json:"userid,omitzero"`
}

// CardJump is a link at the foot of a card.
type CardJump struct {
	Type     CardTarget `json:"type,omitzero"`
	Title    string     `json:"title"` // at most 18 characters
	URL      string     `json:"url,omitzero"`
	AppID    string     `json:"appid,omitzero"`
	PagePath string     `json:"pagepath,omitzero"`
	Question string     `json:"question,omitzero"` // of CardTargetQuestion, at most 200 bytes
}

// CardAction is what a click on a card does.
type CardAction struct {
	Type     CardTarget `json:"type"`
	Title    string     `json:"title,omitzero"`
	URL      string     `json:"url,omitzero"`
	AppID    string     `json:"appid,omitzero"`
	PagePath string     `json:"pagepath,omitzero"`
}

// CardActionMenu is the menu at the upper right of a card.
type CardActionMenu struct {
	Desc       string           `json:"desc,omitzero"`
	ActionList []CardMenuAction `json:"action_list"` // 1 to 3
}

// CardMenuAction is an entry of a card's menu.
type CardMenuAction struct {
	Text string `json:"text"`
	Key  string `json:"key"` // comes back in the callback; at most 1,024 bytes, unique
}

// CardButton is a button of a card.
type CardButton struct {
	Type  CardButtonType  `json:"type,omitzero"`
	Text  string          `json:"text"`           // at most 10 characters
	Style CardButtonStyle `json:"style,omitzero"` // 1 by default
	Key   string          `json:"key,omitzero"`   // comes back in the callback; at most 1,024 bytes
	URL   string          `json:"url,omitzero"`   // opened by a button of type 1
}

// CardButtonType says what a button does.
type CardButtonType int64

// The types of buttons.
const (
	CardButtonTypeCallback CardButtonType = 0
	CardButtonTypeURL      CardButtonType = 1
)

// CardButtonStyle is the look of a button, 1 to 4.
type CardButtonStyle int64

// CardCheckbox is a choice among options.
type CardCheckbox struct {
	QuestionKey string         `json:"question_key"` // comes back in the callback; at most 1,024 bytes
	Mode        CardChoiceMode `json:"mode,omitzero"`
	OptionList  []CardOption   `json:"option_list"`      // 1 to 20
	Disable     *bool          `json:"disable,omitzero"` // in an update: whether it can still be answered
}

// CardChoiceMode says how many options may be chosen.
type CardChoiceMode int64

// The modes of a choice.
const (
	CardChoiceModeSingle   CardChoiceMode = 0
	CardChoiceModeMultiple CardChoiceMode = 1
)

// CardOption is an option of a [CardCheckbox].
type CardOption struct {
	ID        string `json:"id"`               // at most 128 bytes
	Text      string `json:"text"`             // at most 17 characters
	IsChecked bool   `json:"is_checked"`       // whether it is chosen at first
	Disable   *bool  `json:"disable,omitzero"` // in an update: whether it can still be chosen
}

// CardSelect is a drop-down choice.
type CardSelect struct {
	QuestionKey string             `json:"question_key"`         // comes back in the callback; at most 1,024 bytes
	Title       string             `json:"title,omitzero"`       // at most 12 characters
	SelectedID  string             `json:"selected_id,omitzero"` // the option chosen at first
	OptionList  []CardSelectOption `json:"option_list"`          // 1 to 10
	Disable     *bool              `json:"disable,omitzero"`     // in an update: whether it can still be answered
}

// CardSelectOption is an option of a [CardSelect].
type CardSelectOption struct {
	ID      string `json:"id"`               // at most 128 bytes
	Text    string `json:"text"`             // at most 16 characters
	Disable *bool  `json:"disable,omitzero"` // in an update: whether it can still be chosen
}

// CardSubmitButton sends the answers of a card.
type CardSubmitButton struct {
	Text  string          `json:"text"` // at most 10 characters
	Key   string          `json:"key"`  // comes back in the callback; at most 1,024 bytes
	Type  CardButtonType  `json:"type,omitzero"`
	Style CardButtonStyle `json:"style,omitzero"`
	URL   string          `json:"url,omitzero"`
}

// CardImageTextArea is a picture with a text beside it.
type CardImageTextArea struct {
	Type     CardTarget `json:"type,omitzero"`
	URL      string     `json:"url,omitzero"`
	AppID    string     `json:"appid,omitzero"`
	PagePath string     `json:"pagepath,omitzero"`
	Title    string     `json:"title,omitzero"`
	Desc     string     `json:"desc,omitzero"`
	ImageURL string     `json:"image_url"`
}

// CardFeedback asks the user of a robot for his opinion of an answer.
type CardFeedback struct {
	ID string `json:"id"` // comes back in the feedback event; at most 256 bytes
}

// validate refuses a card that the platform would refuse for what is missing or too much in it.
func (t *TemplateCard) validate(api string) error {
	switch t.CardType {
	case CardTypeTextNotice, CardTypeNewsNotice:
		if t.CardAction.Type != CardTargetURL && t.CardAction.Type != CardTargetMiniProgram {
			return invalid(api, "card_action", "a card of the type %s needs one of the type 1 or 2", t.CardType)
		}
	case CardTypeButtonInteraction, CardTypeVoteInteraction, CardTypeMultipleInteraction:
		if t.TaskID == "" {
			return invalid(api, "task_id", "a card of the type %s needs one", t.CardType)
		}
	default:
		return invalid(api, "card_type", "%q is none of the five kinds of template cards", t.CardType)
	}
	if field := t.missing(); field != "" {
		return invalid(api, field, "a card of the type %s needs it", t.CardType)
	}
	if t.TaskID == "" && len(t.ActionMenu.ActionList) > 0 {
		return invalid(api, "task_id", "a card with an action menu needs one")
	}
	if t.MainTitle.Title == "" && (t.CardType != CardTypeTextNotice || t.SubTitleText == "") {
		return invalid(api, "main_title", "a card of the type %s needs a title", t.CardType)
	}
	for _, list := range []struct {
		field    string
		n, limit int
	}{
		{"vertical_content_list", len(t.VerticalContentList), 4},
		{"horizontal_content_list", len(t.HorizontalContentList), 6},
		{"jump_list", len(t.JumpList), 3},
		{"action_menu.action_list", len(t.ActionMenu.ActionList), 3},
		{"button_list", len(t.ButtonList), 6},
		{"checkbox.option_list", len(t.Checkbox.OptionList), 20},
		{"select_list", len(t.SelectList), 3},
		{"button_selection.option_list", len(t.ButtonSelection.OptionList), 10},
	} {
		if list.n > list.limit {
			return invalid(api, list.field, "there are %d, more than the limit of %d", list.n, list.limit)
		}
	}
	for _, choice := range t.SelectList {
		if err := checkCount(api, "select_list.option_list", len(choice.OptionList), 10); err != nil {
			return err
		}
	}
	return nil
}

// missing returns the part that cards of the kind have to have and this one has not.
func (t *TemplateCard) missing() string {
	submits := t.SubmitButton != CardSubmitButton{}
	switch k := t.CardType; {
	case k == CardTypeNewsNotice && t.CardImage.URL == "" && t.ImageTextArea.ImageURL == "":
		return "card_image"
	case k == CardTypeButtonInteraction && len(t.ButtonList) == 0:
		return "button_list"
	case k == CardTypeVoteInteraction && len(t.Checkbox.OptionList) == 0:
		return "checkbox"
	case k == CardTypeMultipleInteraction && len(t.SelectList) == 0:
		return "select_list"
	case (k == CardTypeVoteInteraction || k == CardTypeMultipleInteraction) && !submits:
		return "submit_button"
	}
	return ""
}
