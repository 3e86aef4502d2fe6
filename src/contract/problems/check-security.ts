import { escapeStep } from '../document/pointer.ts';
import { type Cursor, child, entries, items, type Reporter } from './cursor.ts';
import { kindOf, oneOf, shown } from './words.ts';

/** `security`: a list of requirements, each naming schemes that exist. */
export function checkSecurity(at: Cursor, report: Reporter): void {
  if (at.value === undefined) return;
  if (!Array.isArray(at.value)) {
    report.error(at, `\`security\` is ${kindOf(at.value)}, a list is expected`);
    return;
  }
  for (const requirement of items(at)) {
    for (const [name, scopes] of entries(requirement)) {
      if (!isKnown(name, report)) {
        report.error(
          scopes,
          `there is no security scheme "${name}": add it under \`${schemesPath(report)}\``,
        );
      }
    }
  }
}

const isKnown = (name: string, report: Reporter): boolean =>
  report.resolver.at(`#/components/securitySchemes/${encode(name)}`) !== undefined ||
  report.resolver.at(`#/securityDefinitions/${encode(name)}`) !== undefined;

const schemesPath = ({ resolver }: Reporter): string =>
  resolver.at('#/swagger') === undefined ? 'components.securitySchemes' : 'securityDefinitions';

const encode = (name: string): string => encodeURIComponent(escapeStep(name));

const types = ['apiKey', 'http', 'mutualTLS', 'oauth2', 'openIdConnect'];

/** One security scheme of OpenAPI 3. */
export function checkSecurityScheme(name: string, at: Cursor, report: Reporter): void {
  const scheme = report.follow(at);
  if (!scheme) return;
  const type = child(scheme, 'type');
  if (typeof type.value !== 'string' || !types.includes(type.value)) {
    report.error(
      type,
      `\`type\` of the security scheme "${name}" is ${shown(type.value)}: ${oneOf(types)} is expected`,
    );
  }
  const needed = type.value === 'apiKey' ? ['name', 'in'] : type.value === 'http' ? ['scheme'] : [];
  for (const member of needed) {
    if (typeof child(scheme, member).value !== 'string') {
      report.error(scheme, `the security scheme "${name}" has no \`${member}\`: requests cannot carry it`);
    }
  }
}
