/**
 * Html → domhandler tree whose depth is bounded. The parser keeps its open tags in an array that it shifts and searches,
 * so that hostile nesting would cost the square of the page's length.
 */
import { type Document, DomHandler } from "domhandler";
import { Parser } from "htmlparser2";

/** Deeper elements become empty siblings followed by their content. Real pages stay below 100. */
const MAX_DEPTH = 200;

class TreeHandler extends DomHandler {
  depth = 0;
  override onopentag(name: string, attributes: { [name: string]: string }): void {
    this.depth++;
    super.onopentag(name, attributes);
  }
  override onclosetag(): void {
    this.depth--;
    super.onclosetag();
  }
  override oncomment(): void {}
  override onprocessinginstruction(): void {}
}

/** Beyond MAX_DEPTH tags are taken for void ones, and as many closing tags are skipped. */
class BoundedParser extends Parser {
  readonly #handler: TreeHandler;
  #flat = false;
  #surplus = 0;

  constructor(handler: TreeHandler) {
    super(handler);
    this.#handler = handler;
  }

  override onopentagname(start: number, end: number): void {
    this.#flat = this.#handler.depth >= MAX_DEPTH;
    if (this.#flat) this.#surplus++;
    super.onopentagname(start, end);
  }

  override onclosetag(start: number, end: number): void {
    this.#flat = false;
    if (this.#handler.depth >= MAX_DEPTH && this.#surplus > 0) this.#surplus--;
    else super.onclosetag(start, end);
  }

  protected override isVoidElement(name: string): boolean {
    return this.#flat || super.isVoidElement(name);
  }
}

/** Parses a page or a fragment, without comments. Never throws; linear in the length of `html`. */
export function parseTree(html: string): Document {
  const handler = new TreeHandler();
  new BoundedParser(handler).end(html);
  return handler.root;
}
