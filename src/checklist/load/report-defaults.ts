import { pointerTo } from '../expressions/pointer.ts';
import type { Checklist } from '../types.ts';
import type { Report } from './place-reports.ts';

/** Reports defaults of inputs that are not what their own schema asks for. Ajv is loaded only where there is a default. */
export async function reportDefaults({ workflows }: Checklist): Promise<Report[]> {
  const inputs = [...workflows.values()].flatMap((workflow) => workflow.inputs);
  const preset = inputs.filter((input) => input.default !== undefined);
  if (preset.length === 0) return [];
  const { judgeInput } = await import('../inputs/judge-input.ts');
  return preset.flatMap((input) => {
    const mistake = input.default === undefined ? undefined : judgeInput(input, input.default);
    if (mistake === undefined) return [];
    const message = `the default does not fit: ${mistake}`;
    return [{ pointer: pointerTo(input.pointer, 'default'), message, severity: 'error' as const }];
  });
}
