import type { ComponentChildren, VNode } from 'preact';

/** A status in the colour of its class. */
export function Status({ status }: { readonly status: number | string }): VNode {
  return <span class={`status s${String(status).charAt(0)}`}>{status}</span>;
}

export function Method({ method }: { readonly method: string }): VNode {
  return <span class={`method ${method.toLowerCase()}`}>{method}</span>;
}

/** A place that has nothing to show yet, and teaches how to fill it. */
export function Empty({
  title,
  children,
}: {
  readonly title: string;
  readonly children?: ComponentChildren;
}): VNode {
  return (
    <div class="empty">
      <h2>{title}</h2>
      {children}
    </div>
  );
}

// Made once: a list of requests has hundreds of times.
const clock = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium', hour12: false });
const moment = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });

/** `10:15:30`, in the reader's own time zone. */
export function Time({ of }: { readonly of: string }): VNode {
  const date = new Date(of);
  return (
    <time dateTime={of} title={moment.format(date)}>
      {clock.format(date)}
    </time>
  );
}

export function duration(milliseconds: number): string {
  if (milliseconds >= 1000) return `${(milliseconds / 1000).toFixed(1)} s`;
  return `${milliseconds < 10 ? milliseconds.toFixed(1) : Math.round(milliseconds)} ms`;
}
