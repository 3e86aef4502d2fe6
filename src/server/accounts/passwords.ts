import { hash, verify } from '@node-rs/argon2';

/** Hashes and compares passwords off the main thread. */
export interface Passwords {
  hash(password: string): Promise<string>;
  /** Takes as long for an account that does not exist (`hash` undefined) as for one that does. */
  matches(hash: string | undefined, password: string): Promise<boolean>;
}

/** argon2id as OWASP's password storage cheat sheet asks for (19 MiB, 2 passes); `cheap` is for tests only. */
export function createPasswords(options: { readonly cheap: boolean }): Passwords {
  const cost = options.cheap ? { memoryCost: 8, timeCost: 1 } : { memoryCost: 19_456, timeCost: 2 };
  let nobodys: Promise<string> | undefined;
  return {
    hash: (password) => hash(password, cost),
    async matches(known, password) {
      nobodys ??= hash('nobody has this password', cost);
      const equal = await verify(known ?? (await nobodys), password);
      return equal && known !== undefined;
    },
  };
}
