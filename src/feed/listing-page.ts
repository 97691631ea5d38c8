/** What a walk over a page brings home, and what it carries on the way. */
import type { ChildNode, Element, ParentNode } from "domhandler";
import type { FoundMoment } from "../text/date.ts";
import type { Furniture } from "./listing-furniture.ts";
import type { OpenSpans } from "./listing-table.ts";

/** A link that may lead to an article. */
export interface Candidate {
  readonly anchor: Element;
  readonly url: string;
  /** Place among the page's links. */
  readonly order: number;
  /** Equal for links that stand in the same kind of place: tags, classes and ids from the root down. */
  readonly signature: number;
  readonly furniture: Furniture;
  /** In a heading, or in what is named a title. */
  readonly heading: boolean;
  /** The last year that stood as a heading above it. */
  readonly year: number | undefined;
  /** The same for a day, if no other heading came after it. */
  readonly day: FoundMoment | undefined;
  readonly title: string;
  /** What its title says, see `weigh`. */
  readonly weight: number;
  /** Printed inside the link. */
  readonly date: FoundMoment | undefined;
}

export interface Page {
  readonly url: string;
  readonly title: string;
  readonly candidates: readonly Candidate[];
  /** Characters of running text by the element that holds its paragraphs: an article has one with many. */
  readonly prose: ReadonlyMap<ParentNode, number>;
  /** What holds a date right below a heading that is the title of the page. */
  readonly bylines: readonly ParentNode[];
  /** Its own metadata call it an article. */
  readonly saysArticle: boolean;
  /** Contents of scripts that may hold data. */
  readonly state: readonly string[];
}

/** Where in the page the walk is. */
export interface Frame {
  readonly node: ChildNode;
  readonly signature: number;
  readonly furniture: Furniture;
  readonly heading: boolean;
  readonly linked: boolean;
}

export interface Walk extends Page {
  readonly page: URL;
  readonly stack: Frame[];
  readonly candidates: Candidate[];
  readonly state: string[];
  readonly prose: Map<ParentNode, number>;
  readonly bylines: ParentNode[];
  readonly signatures: Map<string, number>;
  /** By table section. */
  readonly spans: Map<ParentNode, OpenSpans>;
  base: string;
  title: string;
  saysArticle: boolean;
  year: number | undefined;
  day: FoundMoment | undefined;
  /** Texts since the title of the page stood as a heading; infinite before. */
  sinceTitle: number;
}
