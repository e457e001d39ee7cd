import type { Attachment } from 'svelte/attachments';
import type { DndEvent, Options } from 'svelte-dnd-action';

export interface Item {
  id: string;
  label: string;
}

interface Parts {
  /** In the order that holds while nothing is dragged. */
  items: () => Item[];
  /** The new order, and whose place it changed. */
  onorder: (ids: string[], id: string) => void;
}

const MOVE_MS = 160;

/**
 * Dragging rows by their grips: a second way beside the buttons. Its code comes after the page stands, and without it (an old
 * phone, a cut line) the buttons do all.
 */
export function dragged({ items, onorder }: Parts) {
  let underway = $state.raw<Item[]>();
  let lifted = $state<string>();
  let isAllowed = $state(false);

  const options = (): Options<Item> => ({
    items: underway ?? items(),
    dragDisabled: !isAllowed,
    flipDurationMs: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : MOVE_MS,
    dropTargetStyle: {},
    // It would speak English beside our own words, and make a stop of every row.
    autoAriaDisabled: true,
    zoneTabIndex: -1,
    zoneItemTabIndex: -1,
    transformDraggedElement: (element, _item, index) => {
      const place = element?.querySelector('.place');
      if (place && index !== undefined) place.textContent = String(index + 1);
    },
  });

  function consider({ detail }: CustomEvent<DndEvent<Item>>) {
    underway = detail.items;
    lifted = detail.info.id;
  }

  function finish({ detail }: CustomEvent<DndEvent<Item>>) {
    underway = undefined;
    lifted = undefined;
    isAllowed = false;
    onorder(
      detail.items.map(({ id }) => id),
      detail.info.id,
    );
  }

  const zone: Attachment<HTMLElement> = (list) => {
    let stop: (() => void) | undefined;
    let isGone = false;
    void import('svelte-dnd-action').then(
      ({ dndzone }) => {
        if (isGone) return;
        const action = dndzone(list, options());
        const unfollow = $effect.root(() => {
          $effect(() => action.update?.(options()));
        });
        list.addEventListener('consider', consider as EventListener);
        list.addEventListener('finalize', finish as EventListener);
        stop = () => {
          unfollow();
          action.destroy?.();
        };
      },
      () => undefined,
    );
    return () => {
      isGone = true;
      stop?.();
    };
  };

  return {
    zone,
    get items() {
      return underway ?? items();
    },
    get lifted() {
      return lifted;
    },
    /** The grip is held: from here on the row follows. */
    allow: () => {
      isAllowed = true;
    },
  };
}
