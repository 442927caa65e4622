// The faults that the React pages carry out themselves, as hooks.
import { useEffect, useState } from 'react';
import { faults } from './page.js';

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
