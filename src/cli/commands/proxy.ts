import { CommandFailure } from '../context.ts';
import { addSwitch, type Spare } from '../mock/flags.ts';
import { addSharedOptions, mockOptions, type SharedFlags } from '../mock/shared-options.ts';
import { collect } from '../option-values.ts';
import type { DefineCommand } from '../program.ts';

/** Flags of `proxy` alone. */
export interface ProxyFlags extends SharedFlags {
  readonly validateRequest?: boolean;
  readonly upstreamProxy?: string;
  readonly out?: string;
  readonly report: readonly string[];
  readonly record?: string;
}

/** `sverka proxy DOCUMENT UPSTREAM`: forwards until it is interrupted; exit code 1 when the contract was broken. */
export const proxyCommand: DefineCommand = (command, run) => {
  const spare: Spare = [];
  command
    .description('Forward to a real server, and report where its requests and responses break the contract.')
    .argument('[document]', 'OpenAPI document or Postman collection: file or URL')
    .argument('[upstream]', 'URL of the real server');
  addSharedOptions(command, spare);
  addSwitch(command, '--validate-request', 'check requests too (default: true)', spare);
  return command
    .option('--upstream-proxy <url>', 'reach the upstream through this HTTP proxy')
    .option('-o, --out <folder>', 'write evidence (HAR, results.json) there at the end')
    .option('-r, --report <kind[=path]>', 'json, html, markdown, junit, har (repeatable)', collect, [])
    .option('--record <file>', 'write the traffic as a checklist (Arazzo) at the end')
    .addHelpText('after', examples)
    .action((document: string | undefined, upstream: string | undefined, flags: ProxyFlags) =>
      run(async (context) => {
        const [file, url] = [...spare, document, upstream].filter((word) => word !== undefined);
        if (file === undefined || url === undefined)
          throw new CommandFailure(
            'proxy needs a document and an upstream URL',
            'Write sverka proxy api.yaml http://localhost:3000.',
          );
        const { serveProxy } = await import('../mock/serve-proxy.ts');
        const options = {
          ...mockOptions(flags),
          validate: flags.validateRequest ?? true,
          state: false,
          upstream: readUpstream(url),
          ...(flags.upstreamProxy === undefined ? {} : { upstreamProxy: flags.upstreamProxy }),
        };
        return serveProxy(file, flags, options, context);
      }),
    );
};

const examples = `
Examples:
  sverka proxy api.yaml http://localhost:3000
  sverka proxy api.yaml http://localhost:3000 --errors          answer 500 where the contract is broken
  sverka proxy api.yaml http://localhost:3000 --record seen.arazzo.yaml --out sverka-report`;

function readUpstream(text: string): URL {
  const url = URL.parse(text);
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url;
  throw new CommandFailure(`${text} is no upstream URL`, 'It begins with http:// or https://.');
}
