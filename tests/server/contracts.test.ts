import { describe } from 'vitest';
import { databases } from '../support/databases.ts';
import { authCases } from './cases/auth-v1.ts';
import { authV2Cases } from './cases/auth-v2.ts';
import { codeCases } from './cases/codes.ts';
import { eventMessengerCases } from './cases/event-messenger.ts';
import { eventRaceCases } from './cases/event-races.ts';
import { newPasswordCases } from './cases/new-password.ts';
import { raceCases } from './cases/races.ts';
import { userManagementCases } from './cases/user-management.ts';
import { usersCases } from './cases/users-v1.ts';
import { visitorAuthCases } from './cases/visitor-auth.ts';
import { webhookCases } from './cases/webhook-2can.ts';
import { useSubject } from './subject.ts';

describe.each(databases)('over $name', ({ open }) => {
  const subject = useSubject(open);
  const current = () => subject;

  describe('auth-v1', () => authCases(current));
  describe('users-v1', () => usersCases(current));
  describe('webhook-2can', () => webhookCases(current));
  describe('auth-v2', () => authV2Cases(current));
  describe('codes', () => codeCases(current));
  describe('visitor-auth', () => visitorAuthCases(current));
  describe('user-management', () => userManagementCases(current));
  describe('a new password', () => newPasswordCases(current));
  describe('event-messenger', () => eventMessengerCases(current));
  describe('at once', () => {
    raceCases(current);
    eventRaceCases(current);
  });
});
