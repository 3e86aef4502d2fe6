import { useState } from 'preact/hooks';
import { Events } from './events.tsx';
import { LogIn } from './log-in.tsx';
import { Profile } from './profile.tsx';
import { keepTokens, readTokens, type Tokens } from './session.ts';

export function App() {
  const [isKnown, setKnown] = useState(readTokens() !== undefined);
  const change = (tokens: Tokens | undefined) => {
    keepTokens(tokens);
    setKnown(tokens !== undefined);
  };
  return (
    <>
      <header>
        <h1>Meet up</h1>
        <p>Propose a date, ask your friends.</p>
      </header>
      <main>
        {isKnown ? (
          <>
            <Profile leave={() => change(undefined)} />
            <Events />
          </>
        ) : (
          <LogIn done={change} />
        )}
      </main>
    </>
  );
}
