import type { ContractModule } from '../contracts/contract-module.ts';
import { type LogOptions, openServiceLog, type ServiceLog } from './service-log.ts';

/** The logs of all services, and `server` for what belongs to none. */
export interface ServiceLogs {
  readonly files: readonly string[];
  /** Throws for a name nobody opened: a defect. */
  named(name: string): ServiceLog;
  /** Goes on in new files where the old ones have been moved away. */
  reopen(): void;
}

/** Opens one log for each name that modules log under. They are on the stack. Throws StartError `bad-log`. */
export function openServiceLogs(
  modules: readonly ContractModule[],
  options: LogOptions,
  opened: AsyncDisposableStack,
): ServiceLogs {
  const logs = new Map<string, ServiceLog>();
  const members = new Map(modules.map(({ log, id }) => [log, { contract: id }]));
  for (const name of [...members.keys(), 'server']) {
    const log = openServiceLog(name, members.get(name) ?? {}, options);
    logs.set(
      name,
      opened.adopt(log, (one) => one.close()),
    );
  }
  return {
    files: [...logs.values()].map(({ file }) => file).filter((file) => file !== undefined),
    named(name) {
      const log = logs.get(name);
      if (!log) throw new Error(`no log named ${name}`);
      return log;
    },
    reopen() {
      for (const log of logs.values()) log.reopen();
    },
  };
}
