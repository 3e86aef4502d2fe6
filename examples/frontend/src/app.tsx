import { useState } from 'preact/hooks';
import { Events } from './events.tsx';
import { LogIn } from './log-in.tsx';
import { Profile } from './profile.tsx';
import { keepToken, readToken } from './session.ts';

export function App() {
  const [token, setToken] = useState(readToken());
  const change = (next: string | undefined) => {
    keepToken(next);
    setToken(next);
  };
  return (
    <>
      <header>
        <h1>Meet up</h1>
        <p>Propose a date, ask your friends.</p>
      </header>
      <main>
        {token === undefined ? (
          <LogIn done={change} />
        ) : (
          <>
            <Profile leave={() => change(undefined)} />
            <Events />
          </>
        )}
      </main>
    </>
  );
}
