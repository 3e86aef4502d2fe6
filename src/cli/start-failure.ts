import { StartError } from '../server/start-error.ts';
import { CommandFailure } from './context.ts';

/** Turns the server's own reason for not starting into a sentence of the command line. */
export async function orFailure<T>(starting: Promise<T>): Promise<T> {
  try {
    return await starting;
  } catch (error) {
    if (error instanceof StartError) throw new CommandFailure(error.message);
    throw error;
  }
}
