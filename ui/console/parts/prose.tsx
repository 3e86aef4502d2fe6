import type { VNode } from 'preact';

/** `code`, **strong**, and links to pages: the Markdown that descriptions have inside their sentences. */
const marks = /`([^`]+)`|\*\*([^*]+)\*\*|\[([^\]]+)\]\((https?:\/\/[^\s)]+)\)/g;

/** A description as the document writes it, line by line. */
export function Prose({ text }: { readonly text: string }): VNode {
  const pieces: (VNode | string)[] = [];
  let end = 0;
  for (const { 0: all, 1: code, 2: strong, 3: label, 4: href, index } of text.matchAll(marks)) {
    pieces.push(text.slice(end, index));
    if (code !== undefined) pieces.push(<code>{code}</code>);
    else if (strong !== undefined) pieces.push(<strong>{strong}</strong>);
    else if (href !== undefined)
      pieces.push(
        <a href={href} target="_blank" rel="noreferrer">
          {label}
        </a>,
      );
    end = index + all.length;
  }
  return <>{[...pieces, text.slice(end)]}</>;
}
