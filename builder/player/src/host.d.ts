/** Set by the build, which makes one script a runtime: the code of other hosts stays out of it. */
declare const BALISE_HOST: "scorm12" | "scorm2004" | "web" | undefined;
