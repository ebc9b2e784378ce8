/** What every part of the interface shares: the course, the sitting, the words, and where to go. */
import type { CourseDocument, Page } from "./contract.ts";
import type { Notes } from "./notes.ts";
import type { Session } from "./session.ts";
import { pageOf } from "./progress.ts";
import type { PlayerEvent } from "./state.ts";
import type { Translator } from "./texts.ts";

export interface View {
  readonly root: HTMLElement;
  readonly main: HTMLElement;
  readonly course: CourseDocument;
  readonly session: Session;
  readonly t: Translator;
  readonly notes: Notes;
  /** Choices about the light version: for this sitting only, never saved, never sent. */
  readonly reading: Reading;
  /** An id unlike any other of the document, for labels. */
  id(): string;
  /** A number as the language writes it. */
  number(n: number): string;
  /** Say something to a screen reader, politely. */
  announce(text: string): void;
  /** Tell the session, then refresh what depends on the state. */
  dispatch(event: PlayerEvent): void;
  /** Bring a part of a page to life, as far as the pieces have come. */
  enliven(part: HTMLElement): void;
  /** Show a page and put the focus on its title. */
  open(page: string): void;
  /** What « Suivant » does: the page counts as read, then the next one is shown. */
  next(): void;
  /** Open the help, over the page. */
  help(): void;
  /** Open a calm place over the page, where no time counts. */
  pause(): void;
  /** Cover everything and put a neutral site in its place. */
  quickExit(): void;
  /** Leave by the exit button. */
  leave(): void;
  /** Show or hide the frame's way from page to page (hidden during an evaluation). */
  setBusy(busy: boolean): void;
}

export interface Reading {
  alwaysLight: boolean;
  /** By page: which version was asked for. */
  version: Map<string, "full" | "light">;
  /** By question: whether its lighter words were asked for. */
  items: Map<string, boolean>;
}

/** Pages that one goes through, in order; « Qui voit quoi » and the help stand beside. */
export function route(view: Pick<View, "course">): Page[] {
  return view.course.pages.filter((page) => pageOf(view.course, page.id));
}

export function pageOfKind(view: Pick<View, "course">, kind: Page["kind"]): Page | undefined {
  return view.course.pages.find((page) => page.kind === kind);
}

export function isRead(view: View, page: string): boolean {
  return view.session.state.read.includes(page);
}
