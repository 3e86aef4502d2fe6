type Child = Node | string | false | undefined;
type Attributes = Readonly<Record<string, string | (() => void)>>;

/** An element: `h('p', { class: 'note' }, 'text')`. A function among the attributes is a listener (`click`). */
export function h(tag: string, attributes: Attributes, ...children: readonly Child[]): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'string') element.setAttribute(name, value);
    else element.addEventListener(name, value);
  }
  element.append(...children.filter((child) => child !== undefined && child !== false));
  return element;
}

/** The JSON inside `<script type="application/json" id=…>`. */
export function readBlock<T>(id: string): T {
  return JSON.parse(document.getElementById(id)?.textContent ?? 'null');
}

/** All elements of that selector, in document order. */
export function every(selector: string): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(selector)];
}
