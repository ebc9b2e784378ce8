/**
 * Finding the LMS's API object (SCORM 1.2 RTE §3.3.6.1; SCORM 2004 RTE §3.2.1): the window and its
 * parents, the opener and its parents, the opener of the top window. Each access is tried alone: a
 * window of another origin in between throws, and must not end the search.
 */

interface View {
  parent?: View;
  opener?: View | null;
  top?: View | null;
}

const MOST_PARENTS = 500;

export function findApi(view: unknown, name: "API" | "API_1484_11"): object | null {
  const start = view as View;
  return (
    climb(start, name) ??
    climb(attempt(() => start.opener), name) ??
    climb(attempt(() => start.top?.opener), name)
  );
}

function climb(from: View | null, name: string): object | null {
  let view = from;
  for (let i = 0; view && i < MOST_PARENTS; i++) {
    const here = view;
    const api = attempt(() => (here as Record<string, unknown>)[name]);
    if (typeof api === "object" || typeof api === "function") {
      if (api) return api;
    }
    const up = attempt(() => here.parent);
    if (up === here) return null;
    view = up;
  }
  return null;
}

function attempt<T>(access: () => T | null | undefined): T | null {
  try {
    return access() ?? null;
  } catch {
    return null;
  }
}
