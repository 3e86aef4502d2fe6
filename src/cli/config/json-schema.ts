import { writeFile } from 'node:fs/promises';
import * as z from 'zod';
import { configSchema } from './schema.ts';

/** The JSON Schema of `sverka.config.yaml`, for editors. Kept in `config.schema.json`; running this file writes it anew. */
export function configJsonSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(configSchema, { io: 'input' }), null, 2)}\n`;
}

if (import.meta.main) await writeFile(new URL('config.schema.json', import.meta.url), configJsonSchema());
