import type { Engine, EngineType } from './engine.ts';

/** Imports the engine for a query language. All versions run on the newest: RFC 9535 and XPath 3.1. */
export async function loadEngine(type: EngineType): Promise<Engine> {
  switch (type) {
    case 'jsonpath':
      return (await import('./jsonpath.ts')).jsonpathEngine;
    case 'xpath':
      return (await import('./xpath.ts')).xpathEngine;
    case 'jsonpointer':
      return (await import('./jsonpointer.ts')).jsonpointerEngine;
  }
}
