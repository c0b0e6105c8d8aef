import { useEffect, useState } from 'react';

/** The wall clock of this window, kept to the minute: for the date in the top bar. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
