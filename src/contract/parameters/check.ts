import { memo } from '../memo.ts';
import type { Contract, Operation, Parameter, ParameterPlace, Schema, Violation } from '../types.ts';
import { validateValue } from '../validate-value.ts';
import { violation } from '../violation.ts';
import { coercionOf } from './coerce.ts';
import { type Reader, readerOf, type Sources } from './reader.ts';

/** What one parameter of a request came to. */
interface Judged {
  /** Coerced; the schema's default when the parameter is missing; undefined without either. */
  readonly value: unknown;
  readonly violations: readonly Violation[];
}

/** One documented parameter, ready to be read and judged again and again. */
export interface ParameterCheck {
  readonly place: ParameterPlace;
  /** Its key in the parsed request: header names are lower case there. */
  readonly key: string;
  readonly owns: Reader['owns'];
  judge(sources: Sources): Judged;
}

/** OpenAPI 3.1 section 4.8.12.2: header parameters of these names are ignored, other parts of the document describe them. */
const describedElsewhere = new Set(['accept', 'content-type', 'authorization']);

/** The checks of all parameters of an operation, prepared once. */
export function parameterChecks(contract: Contract, operation: Operation): readonly ParameterCheck[] {
  return checksOf(contract)(operation);
}

const checksOf = memo((contract: Contract) =>
  memo((operation: Operation): readonly ParameterCheck[] => {
    const parameters = operation.parameters.filter(
      ({ name, in: place }) => place !== 'header' || !describedElsewhere.has(name.toLowerCase()),
    );
    return parameters.map((parameter) => prepare(contract, parameter, parameters));
  }),
);

function prepare(contract: Contract, parameter: Parameter, all: readonly Parameter[]): ParameterCheck {
  const others = new Set(
    all.filter((other) => other !== parameter && other.in === 'query').map(({ name }) => name),
  );
  const reader = readerOf(contract, parameter, others);
  const schema = schemaOf(parameter);
  const coerce = parameter.content ? (value: unknown) => value : coercionOf(contract, schema);
  return {
    place: parameter.in,
    key: parameter.in === 'header' ? parameter.name.toLowerCase() : parameter.name,
    owns: parameter.in === 'query' ? reader.owns : () => false,
    judge(sources) {
      const reading = reader.read(sources);
      if (!reading) return missing(parameter, schema);
      if ('syntax' in reading)
        return { value: undefined, violations: [violate(parameter, 'syntax', reading.syntax)] };
      const value = coerce(reading.value);
      return {
        value,
        violations: [...judgeValue(contract, parameter, schema, value), ...warnings(parameter)],
      };
    },
  };
}

function schemaOf({ schema, content }: Parameter): Schema | undefined {
  const [mediaType] = content?.values() ?? [];
  return schema ?? mediaType?.schema;
}

function missing(parameter: Parameter, schema: Schema | undefined): Judged {
  const value = typeof schema === 'object' ? schema.default : undefined;
  if (!parameter.required) return { value, violations: [] };
  const message = `required ${parameter.in} parameter '${parameter.name}' is missing`;
  const params = { missingProperty: parameter.name };
  return { value, violations: [violate(parameter, 'required', message, { params })] };
}

function judgeValue(
  contract: Contract,
  parameter: Parameter,
  schema: Schema | undefined,
  value: unknown,
): readonly Violation[] {
  if (schema === undefined || (value === '' && parameter.allowEmptyValue)) return [];
  return validateValue(contract, schema, value, { in: parameter.in, path: [parameter.name] });
}

function warnings(parameter: Parameter): readonly Violation[] {
  if (!parameter.deprecated) return [];
  const message = `${parameter.in} parameter '${parameter.name}' is deprecated`;
  return [violate(parameter, 'deprecated', message, { severity: 'warning' })];
}

function violate(
  { in: place, name }: Parameter,
  keyword: string,
  message: string,
  more: Partial<Violation> = {},
): Violation {
  return violation(place, keyword, message, { path: [name], ...more });
}
