export interface AllocatorNames {
  readonly malloc: string;
  readonly calloc: string;
  readonly realloc: string;
  readonly free: string;
}

/** Where memory ends: more than any text needs that the checks take, and less than would harm the machine. */
const mostBytes = 1024 * 1024 * 1024;

/**
 * An allocator that never gives anything back, as a module in text: the next piece starts where the last one ends, at
 * the global `arena_top`. Whoever has the parser parse a text sets that back afterwards, and what was in use to zero, so that
 * all memory beyond the top is zero. Before each piece stands its size. Memory that cannot be had ends the parse.
 *
 * The parser makes many small nodes and gives them all back at once, and has no use for more.
 */
export function writeArena({ malloc, calloc, realloc, free }: AllocatorNames, heapBase: number): string {
  return `(module
  (memory 1)
  (global $arena_top (mut i32) (i32.const ${heapBase}))
  (func $${malloc} (param $size i32) (result i32)
    (local $end i32)
    (local $missing i32)
    (if (i32.gt_u (local.get $size) (i32.const ${mostBytes})) (then (unreachable)))
    (local.set $end
      (i32.and
        (i32.add (i32.add (global.get $arena_top) (local.get $size)) (i32.const 15))
        (i32.const -8)))
    (if (i32.gt_u (local.get $end) (i32.const ${mostBytes})) (then (unreachable)))
    (local.set $missing
      (i32.sub (i32.shr_u (i32.add (local.get $end) (i32.const 65535)) (i32.const 16)) (memory.size)))
    (if (i32.gt_s (local.get $missing) (i32.const 0))
      (then
        ;; A quarter more, since it takes long.
        (local.set $missing (i32.add (local.get $missing) (i32.shr_u (memory.size) (i32.const 2))))
        (if (i32.lt_s (memory.grow (local.get $missing)) (i32.const 0)) (then (unreachable)))))
    (i32.store (global.get $arena_top) (local.get $size))
    (i32.add (global.get $arena_top) (i32.const 8))
    (global.set $arena_top (local.get $end)))
  (func $${calloc} (param $count i32) (param $size i32) (result i32)
    (if (i64.gt_u
          (i64.mul (i64.extend_i32_u (local.get $count)) (i64.extend_i32_u (local.get $size)))
          (i64.const ${mostBytes}))
      (then (unreachable)))
    (call $${malloc} (i32.mul (local.get $count) (local.get $size))))
  (func $${realloc} (param $old i32) (param $size i32) (result i32)
    (local $new i32)
    (local $oldSize i32)
    (if (i32.eqz (local.get $old)) (then (return (call $${malloc} (local.get $size)))))
    (local.set $oldSize (i32.load (i32.sub (local.get $old) (i32.const 8))))
    (if (i32.le_u (local.get $size) (local.get $oldSize)) (then (return (local.get $old))))
    (local.set $new (call $${malloc} (local.get $size)))
    (memory.copy (local.get $new) (local.get $old) (local.get $oldSize))
    (local.get $new))
  (func $${free} (param $old i32)))
`;
}
