/** What a browser shows while somebody installs the app: in every language, since nobody knows yet who it is. Pure. */
import { LOCALES } from "../../src/locale/locale.ts";
import type { Messages } from "../../src/locale/messages.ts";

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (mark) => ENTITIES[mark] ?? mark);

const STYLE = `body{max-width:36em;margin:4em auto;padding:0 1em;font:16px/1.7 system-ui,sans-serif;color:#222}
h1{font-size:1.4em;margin:2em 0 .4em}a{display:inline-block;padding:.5em 1.2em;border-radius:.4em;background:#1f4e79;color:#fff;text-decoration:none}`;

/** No script, nothing from elsewhere, in no frame, not kept. */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  "content-type": "text/html; charset=utf-8",
  "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "cache-control": "no-store",
};

const page = (tell: (messages: Messages) => readonly string[]): string => {
  const parts = LOCALES.map((messages) => {
    const [title = "", ...rest] = tell(messages);
    return `<section lang="${messages.locale}"><h1>${escapeHtml(title)}</h1>${rest.join("")}</section>`;
  });
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Juyao</title><style>${STYLE}</style>`;
  return `<!doctype html><html><head>${head}</head><body>${parts.join("")}</body></html>`;
};

const linkTo = (url: string, label: string): string => `<p><a href="${escapeHtml(url)}">${escapeHtml(label)}</a></p>`;
const paragraph = (text: string): string => `<p>${escapeHtml(text)}</p>`;

export const renderInstallPage = (url: string): string =>
  page(({ install }) => [install.title, paragraph(install.what), linkTo(url, install.button)]);

/** `workspace` is its name. */
export const renderInstalledPage = (workspace: string): string =>
  page(({ install }) => [install.done(workspace), paragraph(install.next)]);

/** Why an app was not installed. */
export type InstallRefusal = "cancelled" | "failed" | "late" | "orgWide" | "rotation";

export const renderRefusedPage = (reason: InstallRefusal): string =>
  page(({ install }) => [
    install.refused,
    paragraph(install.because[reason]),
    // Beside the address that is shown, whatever stands before it.
    linkTo("install", install.again),
  ]);
