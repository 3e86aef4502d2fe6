export type { Client } from './client.ts';
export type { ContractId, Contracts } from './contracts.ts';
export {
  type ClientOptions,
  createClient,
  createClientOf,
  type OwnClientOptions,
  type Place,
} from './create-client.ts';
export type { TokenSource } from './with-token.ts';
