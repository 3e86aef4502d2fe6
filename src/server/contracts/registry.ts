import { authV1 } from './auth-v1.ts';
import { authV2 } from './auth-v2.ts';
import type { ContractModule } from './contract-module.ts';
import { control } from './control.ts';
import { eventMessenger } from './event-messenger.ts';
import { userManagement } from './user-management.ts';
import { usersV1 } from './users-v1.ts';
import { visitorAuth } from './visitor-auth.ts';
import { webhook2can } from './webhook-2can.ts';

/**
 * Every contract this server keeps. To add one: its document in `spec/`, its types by `sverka types`, a module beside
 * these, a row here.
 */
export const contractModules: readonly ContractModule[] = [
  authV1,
  usersV1,
  webhook2can,
  visitorAuth,
  userManagement,
  authV2,
  eventMessenger,
  control,
];
