import type { Json } from '../../../src/contract/json.ts';
import type { Operation } from '../../../src/contract/types.ts';
import { draw } from '../../generation/draw.ts';
import { hash } from '../../generation/random.ts';
import { tasteOf } from '../../generation/taste.ts';
import { validSample } from '../../generation/valid-value.ts';
import { examplesOf } from '../../negotiation/examples.ts';
import type { Routed } from '../../types.ts';
import { successContent } from './shapes.ts';

/** What an operation answers when nothing is remembered: its example, else what is made from its schema. */
export async function usualValue(
  { site, incoming }: Routed,
  operation: Operation,
  id: Json | undefined,
): Promise<Json | undefined> {
  const { settings } = incoming;
  const content = successContent(operation);
  const [example] =
    content === undefined || settings.dynamic || settings.ignoreExamples
      ? []
      : examplesOf(site.contract, content);
  if (example !== undefined) return example.value;
  if (content?.schema === undefined) return undefined;
  if (!settings.dynamic) {
    const wanted = { seed: hash(settings.seed), items: settings.items };
    return (await validSample(site.contract, content.schema, wanted)).value;
  }
  return draw(content.schema, {
    contract: site.contract,
    seed: settings.seed,
    occasion: operation.id,
    items: settings.items,
    taste: tasteOf(site.contract, settings),
    id,
  });
}
