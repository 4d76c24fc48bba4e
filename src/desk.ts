export type { Answer, AnswerOption } from "./answer/answer.ts";
export { answerAsCsv } from "./answer/answer-as-csv.ts";
export { type CalendarDate, readDay } from "./calendar/day.ts";
export type { Chart } from "./chart/chart.ts";
export { drawChart } from "./chart/draw-chart.ts";
export type { Checked, Draft, Progress } from "./check.ts";
export type { CheckedNumber, CheckReport } from "./checking/report.ts";
export type { Copy } from "./copy/copy.ts";
export { type CopyForms, formsOf } from "./copy/forms-of.ts";
export { openAssignments } from "./desk/assignments.ts";
export {
  type ChatDesk,
  type ChatQuestion,
  type ChatReply,
  deskButtonsOf,
  openChatDesk,
} from "./desk/chat-desk.ts";
export { resumeCorrections, type Sending, type SentOrNot, sendCorrections } from "./desk/corrections.ts";
export type {
  BelowAnswer,
  Courier,
  Delivered,
  DeskButton,
  DeskPost,
  Letter,
} from "./desk/courier.ts";
export { countMessages, type Due, findDue } from "./desk/due-corrections.ts";
export { chartIn, type Illustration, illustrate } from "./desk/illustrate.ts";
export { layOutAddressees, layOutLedger } from "./desk/lay-out-ledger.ts";
export { listAssignments } from "./desk/list-assignments.ts";
export { exportList, findList, recheckList, removeFrom, showList, showLists } from "./desk/list-work.ts";
export { type LiveDesk, openLiveDesk, type Reloaded } from "./desk/live-desk.ts";
export type { Log } from "./desk/log.ts";
export type { Decision, Duty, Office, ReasonForm } from "./desk/office.ts";
export { oneAtATime } from "./desk/one-at-a-time.ts";
export {
  type Asked,
  type Conversation,
  type Desk,
  type Folders,
  type Opened,
  openDesk,
  type Replied,
  type Topic,
} from "./desk/open-desk.ts";
export { type AnswerBefore, doOwnStory } from "./desk/own-story.ts";
export { asCheck } from "./desk/read-check.ts";
export { recordOf } from "./desk/record-of.ts";
export type { Recorded } from "./desk/recorded.ts";
export type { StoryDesk, StoryReply } from "./desk/story.ts";
export { warmUp } from "./desk/warm-up.ts";
export { withNoList } from "./desk/with-no-list.ts";
export {
  layOutCopy,
  layOutNoCopy,
  layOutPastes,
  type MessageFile,
  type WithFiles,
} from "./message/lay-out-copy.ts";
export { inShort, layOutDue, layOutSent } from "./message/lay-out-correction.ts";
export { layOutBrokenEdit, layOutMendedEdit } from "./message/lay-out-edit.ts";
export { layOutHelp, layOutWelcome } from "./message/lay-out-help.ts";
export { layOutHoldings, layOutSources, layOutTopics } from "./message/lay-out-holdings.ts";
export { layOutNotice } from "./message/lay-out-notice.ts";
export { layOutReport, type ProblemReport } from "./message/lay-out-report.ts";
export type { Block, Inline, Message } from "./message/message.ts";
export { plainText, strikeThrough } from "./message/plain-text.ts";
export { shortenMessage } from "./message/shorten-message.ts";
export { type DataReport, validateData, verifyData } from "./packs/data-reports.ts";
export { type ImportPlan, planImport } from "./packs/import/plan-import.ts";
export { writeImport } from "./packs/import/write-import.ts";
export { describeProblem, type Problem } from "./packs/problem.ts";
export type { Obstacle } from "./store/errand.ts";
export { openStore, type Store, type StoreOptions } from "./store/open-store.ts";
export { IN_MEMORY } from "./store/sqlite-store.ts";
export type { StoryList } from "./store/story-list.ts";
export type { NewTelling, Telling } from "./store/telling.ts";
