/** Set by the build, which makes one script a runtime: the code of other hosts stays out of it. */
declare const BALISE_HOST: "scorm12" | "scorm2004" | "web" | "openedx" | undefined;

/** Written by the build: what the pieces import of the core. */
declare module "balise:kit" {
  export const kit: import("./supply.ts").Kit;
}
