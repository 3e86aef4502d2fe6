import { isObject } from '../json.ts';
import { checkSecurity, checkSecurityScheme } from './check-security.ts';
import { type Cursor, child, entries, type Reporter } from './cursor.ts';
import { kindOf } from './words.ts';

const mapsOfComponents = [
  'schemas',
  'responses',
  'parameters',
  'examples',
  'requestBodies',
  'headers',
  'securitySchemes',
  'links',
  'callbacks',
  'pathItems',
];

/** The maps under `components` are maps; security schemes are what the document's security names. */
export function checkComponents(root: Cursor, format: string, report: Reporter): void {
  checkSecurity(child(root, 'security'), report);
  if (format === '2.0') return;
  const components = child(root, 'components');
  if (components.value === undefined) return;
  if (!isObject(components.value)) {
    report.error(components, `\`components\` is ${kindOf(components.value)}, an object is expected`);
    return;
  }
  for (const name of mapsOfComponents) {
    const map = child(components, name);
    if (map.value !== undefined && !isObject(map.value)) {
      report.error(map, `\`components.${name}\` is ${kindOf(map.value)}, an object is expected`);
    }
  }
  for (const [name, scheme] of entries(child(components, 'securitySchemes')))
    checkSecurityScheme(name, scheme, report);
}
