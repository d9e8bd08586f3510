import { onBeforeUnmount, onMounted, shallowRef, triggerRef, type ShallowRef } from "vue";
import { createPlayer, type Player } from "../model/player.ts";
import { NEW_STORY } from "../model/story.ts";

/** A longer frame lets no more time pass than this, so that a page that was hidden does not catch up. */
const LONGEST_FRAME_MS = 100;

/**
 * Creates a player whose clock runs with the frames of the page.
 *
 * @returns a ref that is triggered after each change of the player
 */
export function usePlayer(): ShallowRef<Player> {
  const player = createPlayer(NEW_STORY, () => triggerRef(shown));
  const shown = shallowRef(player);
  let isMounted = false;
  let last = 0;
  let rest = 0;

  async function onFrame(now: number): Promise<void> {
    if (!isMounted) return;
    const passed = Math.min(now - last, LONGEST_FRAME_MS) * player.speed + rest;
    last = now;
    if (player.isPlaying) {
      // Addresses have whole milliseconds.
      rest = passed % 1;
      await player.tick(Math.floor(passed));
    }
    requestAnimationFrame(onFrame);
  }

  onMounted(() => {
    isMounted = true;
    last = performance.now();
    requestAnimationFrame(onFrame);
  });
  onBeforeUnmount(() => {
    isMounted = false;
  });
  return shown;
}
