import type { paths as AuthV1 } from '../types/auth-v1.ts';
import type { paths as AuthV2 } from '../types/auth-v2.ts';
import type { paths as Control } from '../types/control.ts';
import type { paths as EventMessenger } from '../types/event-messenger.ts';
import type { paths as UserManagement } from '../types/user-management.ts';
import type { paths as UsersV1 } from '../types/users-v1.ts';
import type { paths as VisitorAuth } from '../types/visitor-auth.ts';
import type { paths as Webhook2can } from '../types/webhook-2can.ts';

/** The operations of every contract, by its id. */
export interface Contracts {
  readonly 'auth-v1': AuthV1;
  readonly 'auth-v2': AuthV2;
  readonly 'event-messenger': EventMessenger;
  readonly 'user-management': UserManagement;
  readonly 'users-v1': UsersV1;
  readonly 'visitor-auth': VisitorAuth;
  readonly 'webhook-2can': Webhook2can;
  /** Of servers started for testing: the inbox, and what a mock adds. */
  readonly control: Control;
}

export type ContractId = keyof Contracts;
