// Approval has members hand in their expenses on a page of one's own: it makes an application of them, from
// a template of the corp, and books what was approved.
//
// It reads WORKWX_CORP_ID, WORKWX_CORP_SECRET, WORKWX_CALLBACK_TOKEN, WORKWX_CALLBACK_AES_KEY and TEMPLATE_ID,
// which is in the URL of the template's page, from the environment.
package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
	"sync"
	"time"

	"github.com/go-workwx/workwx"
)

func main() {
	client, err := workwx.NewClient(os.Getenv("WORKWX_CORP_ID"), os.Getenv("WORKWX_CORP_SECRET"))
	if err != nil {
		log.Fatal(err)
	}
	e := &expenses{client: client, templateID: os.Getenv("TEMPLATE_ID"), book: func(userID, amount string) {
		log.Println("to be paid:", userID, amount)
	}}
	h, err := workwx.NewCallbackHandler(os.Getenv("WORKWX_CALLBACK_TOKEN"), os.Getenv("WORKWX_CALLBACK_AES_KEY"), client.CorpID(), nil)
	if err != nil {
		log.Fatal(err)
	}
	workwx.On(h, e.onChange)
	mux := http.NewServeMux()
	mux.HandleFunc("POST /expenses", e.submit) // behind a login, such as that of the example login
	mux.Handle("/wecom", h)
	server := &http.Server{Addr: ":8080", Handler: mux, ReadHeaderTimeout: 5 * time.Second}
	log.Fatal(server.ListenAndServe())
}

type expenses struct {
	client     *workwx.Client
	templateID string
	book       func(userID, amount string)

	mu     sync.Mutex
	booked map[string]bool // by the application's number, as an event may come twice
}

// submit makes an application. The form's fields are the titles of the template's controls.
func (e *expenses) submit(w http.ResponseWriter, r *http.Request) {
	template, err := e.client.GetApprovalTemplate(r.Context(), e.templateID)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	form := workwx.NewApprovalForm(template).SetSelector("报销类型", r.FormValue("type"))
	form.AddTableRow("费用明细").SetText("费用说明", r.FormValue("what")).SetMoney("费用金额", r.FormValue("amount"))
	data, err := form.ApplyData()
	if err != nil { // which names all that does not fit
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	spNo, err := e.client.SubmitApproval(r.Context(), &workwx.SubmitApprovalRequest{
		CreatorUserID:       r.FormValue("user"),
		TemplateID:          e.templateID,
		UseTemplateApprover: workwx.Yes,
		ApplyData:           data,
		SummaryList:         workwx.OASummary(r.FormValue("what"), r.FormValue("amount")),
	})
	var refused *workwx.Error
	switch {
	case errors.As(err, &refused):
		http.Error(w, refused.Code.Description(), http.StatusUnprocessableEntity)
	case err != nil:
		http.Error(w, err.Error(), http.StatusBadGateway)
	default:
		w.Write([]byte(spNo))
	}
}

// onChange hears of every step. The application is read anew, as the event does not say what was applied for.
func (e *expenses) onChange(ctx context.Context, ev *workwx.SysApprovalChangeEvent) (workwx.Reply, error) {
	approval, err := e.client.GetApproval(ctx, ev.ApprovalInfo.Number())
	if err != nil || approval.TemplateID != e.templateID || approval.SpStatus != workwx.ApprovalStatusApproved {
		return nil, err
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.booked[approval.SpNo] {
		return nil, nil
	}
	if e.booked == nil {
		e.booked = map[string]bool{}
	}
	e.booked[approval.SpNo] = true
	e.book(approval.Applicant.UserID, approval.ApplyData.Find("合计").Value.Formula.Value)
	return nil, nil
}
