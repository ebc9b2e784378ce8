/** Questions that are answered with a line of text. */
import { addKind } from "../items/field.ts";
import { shortText } from "../items/short-text.ts";

addKind(["short-text"], shortText);
