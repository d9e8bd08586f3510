import { onBeforeUnmount, onMounted, watch, type ShallowRef } from "vue";
import { fromHash, toHash } from "../model/address.ts";
import type { Player } from "../model/player.ts";

/** While a story is played, its address is written once in so many milliseconds of it, at most. */
const WRITE_MS = 1000;

/**
 * Starts the player's story: that of the page's address, paused, or else a new one.
 *
 * @param isOwnPage whether the address of the page is the player's, to be kept up to date
 */
export function useAddress(player: ShallowRef<Player>, isOwnPage: boolean): void {
  const read = (): string => (isOwnPage ? location.hash : "");

  async function open(): Promise<void> {
    const hash = read();
    await player.value.load(fromHash(hash), !hash);
  }

  function write(): void {
    const hash = toHash(player.value.story);
    // Browsers refuse too many changes.
    if (read() !== `#${hash}`) history.replaceState(history.state, "", `#${hash}`);
  }

  onMounted(async () => {
    await open();
    if (!isOwnPage) return;
    addEventListener("hashchange", open);
    watch(() => {
      const { story, isPlaying, speed } = player.value;
      const time = isPlaying ? Math.floor(story.now / (WRITE_MS * speed)) : story.now;
      return [story.client, story.poll, story.actions.length, time].join();
    }, write);
  });
  onBeforeUnmount(() => removeEventListener("hashchange", open));
}
