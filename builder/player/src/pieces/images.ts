/** Images of the pages that do not show yet. */
import { begins } from "../activities.ts";
import { bringImages } from "../images.ts";

begins(bringImages);
