/** Open edX as a host, over real HTTP: what answers in its place, and when a request is sent again. */
import assert from "node:assert/strict";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, test } from "node:test";

import { openedx } from "../../builder/player/src/runtimes/openedx.ts";
import { Undelivered } from "../../builder/player/src/session/served.ts";

const SERVED = { state: { evaluations: {} }, attempts: {}, items: [] };
const BATCH = { batch: "b1", events: [] };

let answers: (request: IncomingMessage, response: ServerResponse) => void = () => undefined;
const heard: { token: string | undefined; type: string | undefined; body: string; url: string | undefined }[] = [];
const server = createServer((request, response) => {
  let body = "";
  request.on("data", (part) => (body += String(part)));
  request.on("end", () => {
    const { "x-csrftoken": token, "content-type": type } = request.headers;
    heard.push({ token: token === undefined ? undefined : String(token), type, body, url: request.url });
    answers(request, response);
  });
});

before(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
after(() => {
  server.closeAllConnections();
  server.close();
});

function post(port = (server.address() as AddressInfo).port, cookie = "a=b; csrftoken=abc; c=d") {
  Object.assign(globalThis, { document: { cookie } });
  const runtime = { handlerUrl: (_: HTMLElement, handler: string) => `http://127.0.0.1:${port}/handler/${handler}` };
  return openedx(runtime, {} as HTMLElement)(BATCH, false);
}

function says(status: number, text: string, headers: Record<string, string> = {}): void {
  answers = (_, response) => response.writeHead(status, headers).end(text);
}

const undelivered = (refused: boolean) => (fault: unknown) => fault instanceof Undelivered && fault.refused === refused;

test("openedx, a batch goes to the handler with the platform's token, as JSON", async () => {
  says(200, JSON.stringify(SERVED));
  assert.deepEqual(await post(), SERVED);
  const last = heard.at(-1);
  assert.deepEqual([last?.token, last?.type, last?.url], ["abc", "application/json", "/handler/events"]);
  assert.deepEqual(JSON.parse(last?.body ?? ""), BATCH);
});

test("openedx, the token is read anew for each request: a session may be renewed", async () => {
  says(200, JSON.stringify(SERVED));
  await post(undefined, "csrftoken=new");
  assert.equal(heard.at(-1)?.token, "new");
  await post(undefined, "");
  assert.equal(heard.at(-1)?.token, "");
});

for (const status of [401, 403, 404, 409, 429, 500, 502, 503]) {
  test(`openedx, ${status}: to be sent again`, async () => {
    says(status, "<html>");
    await assert.rejects(post(), undelivered(false));
  });
}

test("openedx, 400: the batch makes no sense, and is not sent again as it is", async () => {
  says(400, '{"error": "no"}');
  await assert.rejects(post(), undelivered(true));
});

test("openedx, a lost session that leads to the login page is no answer", async () => {
  answers = (request, response) => {
    if (request.url === "/login") response.writeHead(200, { "Content-Type": "text/html" }).end("<html>login");
    else response.writeHead(302, { Location: "/login" }).end();
  };
  await assert.rejects(post(), undelivered(false));
});

for (const text of ["", "{", "null", "{}", "[]", '{"state": {}, "attempts": {}, "items": []}', '{"success": false}']) {
  test(`openedx, ${JSON.stringify(text)} in the platform's place is no answer`, async () => {
    says(200, text);
    await assert.rejects(post(), undelivered(false));
  });
}

test("openedx, nobody there, or cut off in the middle: to be sent again", async () => {
  await assert.rejects(post(1), undelivered(false));
  answers = (_, response) => {
    response.writeHead(200, { "Content-Length": "500" });
    response.write("{");
    setTimeout(() => response.destroy(), 20);
  };
  await assert.rejects(post(), undelivered(false));
});
