/**
 * The texts of the interface. The words stand in balise_builder/render/texts/{fr,en}.json under
 * "player"; course.json carries those of the course's language. This is the list of their keys.
 */
export type Key =
  // the frame of every page
  | "skip" | "menu" | "help" | "close" | "quickExit" | "quickExitKeys" | "draft" | "inReview"
  | "previous" | "next" | "finish" | "back" | "progress" | "minutes" | "pageNav"
  // the menu
  | "menuTitle" | "readOne" | "readMany" | "pageRead" | "pageHere" | "pageUnread" | "alsoHere"
  | "alwaysLight"
  // help
  | "helpTitle" | "helpLeave" | "helpLeaveText"
  // saving
  | "saved" | "pending" | "retrying" | "standalone" | "review"
  // leaving
  | "exit" | "exiting" | "exitSaved" | "exitSavedText" | "exitLocal" | "exitLocalText" | "exitRefused"
  | "exitRefusedText" | "exitReview" | "exitReviewText" | "retry" | "resume" | "leaving"
  | "closeTab" | "pressesOne" | "pressesMany" | "pressesOver" | "safety"
  // a break
  | "break" | "breakText" | "breakIdeas" | "breakFeet" | "breakBreath" | "breakSee" | "breakBack" | "breakHelp"
  // opening
  | "whoseTitle" | "whoseText" | "whoseContinue" | "whoseRestart" | "whoseWarning" | "foreign" | "noPlatform"
  | "failed" | "updated" | "notHere"
  // private notes
  | "noteLabel" | "noteWarning" | "noteSitting" | "noteKeep" | "noteKeepHint" | "notes" | "notesPrint"
  | "notesErase" | "notesErased" | "notesSitting" | "notesKept"
  // progress as a file
  | "transfer" | "transferText" | "transferNotes" | "transferSave" | "transferLoad" | "transferOk"
  | "transferForeign" | "transferUnreadable"
  // questions
  | "question" | "chooseOne" | "chooseSeveral" | "yourAnswer" | "check" | "again" | "showKey" | "missing"
  | "missingText" | "right" | "rightSeveral" | "rightText" | "partly" | "wrong" | "wrongText" | "key"
  | "triesOne" | "triesMany" | "tryAgain" | "tryAgainText" | "chosen" | "best" | "expected" | "textNotKept"
  // the other kinds of questions
  | "chooseMatch" | "chooseSort" | "chooseOrder" | "chooseNumber" | "chooseDegree" | "pick" | "rowThere" | "rowElsewhere"
  | "rowsLeftOne" | "rowsLeftMany" | "placedOne" | "placedMany" | "rightPlaces" | "tryAgainPlaces" | "expectedPlace"
  | "expectedOrder" | "moveUp" | "moveDown" | "moveWhat" | "moved" | "missingOrder" | "missingNumber" | "otherNumber" | "numberFormat"
  | "noted" | "sure" | "sure1" | "sure2" | "sure3" | "sure4" | "missingSure" | "sureRight" | "unsureRight"
  | "sureNotRight" | "unsureNotRight" | "idea" | "reality"
  // evaluations
  | "quiz" | "quizSizeOne" | "quizSizeMany" | "quizPace" | "quizBefore" | "quizAfter"
  | "quizThresholdOne" | "quizThresholdMany" | "quizAttemptsOne" | "quizAttemptsMany" | "begin" | "quizResume" | "quizAgain" | "itemTitle"
  | "questionOf" | "questionPrevious" | "questionNext" | "pause" | "paused" | "toReview" | "reviewTitle"
  | "reviewAll" | "unansweredOne" | "unansweredMany" | "unansweredText" | "unansweredPlain" | "itemAnswered"
  | "itemUnanswered" | "itemPartly" | "submit"
  // results
  | "thanks" | "thanksText" | "result" | "pointsOne" | "pointsMany" | "reachedOne" | "reachedMany"
  | "reachedBeforeOne" | "reachedBeforeMany" | "notReachedOne" | "notReachedMany" | "bestKept"
  | "seeAgain" | "seeAgainAny" | "noAttempts" | "inPerson" | "human" | "details"
  | "yourChoice" | "noAnswer" | "otherText"
  // scenarios, checklists, protocols, surveys
  | "sceneN" | "sceneEnd" | "sceneChoices" | "sceneGo" | "sceneOther" | "sceneBack" | "sceneAgain" | "sceneStuck"
  | "checklistHere" | "checklistSitting" | "checklistPrint"
  | "protocolBy" | "protocolPhone" | "protocolEmail" | "protocolWhen"
  | "surveyHere" | "surveyHosted" | "surveyPrint"
  // content notice
  | "noticeGo" | "noticeLight" | "noticePass" | "noticePrivate" | "noticeFull" | "nowFull"
  | "nowLight"
  // the end of the course
  | "endTitle" | "endText" | "leftTitle" | "leftText" | "leftPage" | "leftQuiz" | "leftThreshold" | "endBest"
  | "attestation" | "attestationText" | "attestationPrint" | "attestationName" | "attestationDone"
  | "attestationDay" | "attestationDraft";

/** Names of texts that depend on a number: `…One` and `…Many` are both in the table. */
export type Counted = Key extends infer K ? (K extends `${infer Root}One` ? Root : never) : never;

export interface Translator {
  (key: Key, values?: Record<string, string | number>): string;
  /** A text that depends on how many: French says one for 0 and 1, English for 1 only. */
  count(root: Counted, n: number, values?: Record<string, string | number>): string;
}

/** Texts by key; `{name}` is replaced by the value of that name. A missing text shows its key. */
export function translator(texts: Record<string, string>, language: string): Translator {
  const say = (key: string, values: Record<string, string | number> = {}): string =>
    (texts[key] ?? key).replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
  // CLDR's "one" (French: 0 and 1; English: 1); a language with more forms uses its most general one.
  const plural = new Intl.PluralRules(language);
  const single = (n: number): boolean => plural.select(n) === "one";
  const count = (root: Counted, n: number, values = {}): string =>
    say(`${root}${single(n) ? "One" : "Many"}`, { n, ...values });
  return Object.assign(say as (key: Key, values?: Record<string, string | number>) => string, { count });
}
