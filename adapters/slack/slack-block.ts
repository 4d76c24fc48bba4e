import type { Block, KnownBlock, RichTextElement } from "@slack/types";

/**
 * A source that a rich text names: docs.slack.dev/reference/block-kit/block-elements/citation-element, read on
 * 2026-11-22. @slack/types 3.2 does not have it.
 */
export type CitationElement = {
  readonly type: "citation";
  readonly url: string;
  readonly text: string;
  /** Counted from 1 through one message. */
  readonly index: number;
  readonly details: {
    readonly citation_type: "web";
    readonly display_name: string;
    readonly title: string;
    readonly snippet: string;
  };
};

export type InlineElement = RichTextElement | CitationElement;

export type RichSection = {
  readonly type: "rich_text_section" | "rich_text_quote" | "rich_text_preformatted";
  readonly elements: readonly InlineElement[];
};

/** A rich text block that may hold citations. */
export type RichBlock = Block & { readonly type: "rich_text"; readonly elements: readonly RichSection[] };

export type SlackBlock = Exclude<KnownBlock, { type: "rich_text" }> | RichBlock;

/**
 * How much of Block Kit a message is written in: with citation elements and tables; with links and tables; or in
 * sections, lists and preformatted text, which every Slack has understood for years.
 */
export const DIALECTS = ["cited", "linked", "simple"] as const;
export type Dialect = (typeof DIALECTS)[number];
