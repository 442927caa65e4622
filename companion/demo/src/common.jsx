// What the React pages share: their configuration, the fake captcha, and the faults they carry out themselves.
import { useEffect, useState } from 'react';

export const config = JSON.parse(document.getElementById('page-config')?.textContent ?? '{}');
export const faults = config.faults ?? {};

/** Wait so many milliseconds. */
export const wait = (ms) => new Promise((resolve) => { setTimeout(resolve, ms); });

/** The token of the invisible captcha; asks the visitor where the fault menu says so. */
export const solveCaptcha = () => globalThis.demoCaptcha.solve();

/**
 * A number that changes once, some time after the load, when the fault menu asks for a hydration that wipes:
 * used as a key it throws away all state and nodes below.
 */
export const useHydrationKey = () => {
  const [generation, setGeneration] = useState(0);
  useEffect(() => {
    if (!('hydration_wipe' in faults)) return undefined;
    const timer = setTimeout(() => { setGeneration(1); }, faults.hydration_wipe);
    return () => { clearTimeout(timer); };
  }, []);
  return generation;
};

/**
 * Keys for fields. With the fault `rerender` each input gives every field but the one in use a new key, so that
 * their nodes are replaced while their values stay.
 */
export const useFieldKeys = () => {
  const [state, setState] = useState({ generation: 0, active: '', kept: 0 });
  const touch = (id) => {
    if (!('rerender' in faults)) return;
    setState((before) => ({
      generation: before.generation + 1,
      active: id,
      kept: before.active === id ? before.kept : before.generation,
    }));
  };
  const keyOf = (id) => `${id}:${id === state.active ? state.kept : state.generation}`;
  return { keyOf, touch };
};

/** Carry out the fault `resume_parse`: after a while the parser overwrites what stood in these fields. */
export const parseResume = async (overwrite, values) => {
  if (!('resume_parse' in faults)) return;
  await wait(faults.resume_parse);
  overwrite(values);
};
