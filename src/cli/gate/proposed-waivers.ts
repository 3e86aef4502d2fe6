import type { GateFinding, GateVerdict } from '../../gate/verdict.ts';
import { namesOfPlace } from '../../gate/waivers.ts';
import { oneLine } from '../../reports/terminal/style.ts';

/** The findings that fail the gate as waivers, each by the name that lasts longest. Why it may pass is for people to say. */
export function proposedWaivers({ parts }: GateVerdict): string {
  const open = parts.filter(({ name }) => name !== 'waivers').flatMap(({ findings }) => findings);
  const entries = new Set(open.map(entry));
  return [...entries].join('');
}

function entry({ id, message, location, names = [] }: GateFinding): string {
  const name = names[0] ?? namesOfPlace(location).at(1) ?? location;
  return `# ${oneLine(message)}\n- id: ${id}\n  location: ${JSON.stringify(name)}\n  reason: ""\n`;
}
