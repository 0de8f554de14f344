/**
 * Mutants that live because no test can tell them from the engine by its numbers, each with the reason. They are known by
 * what stands in the line, before and after, so that they may move.
 *
 * @type {{ file: string, before: string, after: string, why: string }[]}
 */
export const equivalent = [
  {
    file: 'engine/kernels/pass.cpp',
    before: 'layer.layout.samples = samples;',
    after: ';',
    why: 'The samples that are left over from larger chunks are computed once more, and nobody reads them.',
  },
  {
    file: 'engine/kernels/pass.cpp',
    before: 'layer.layout.size = roundedUp(samples * layer.layout.sampleStride);',
    after: ';',
    why: 'The numbers that are left over from larger chunks are computed once more, and nobody reads them; that targets are read beyond their end is for the sanitizers to see.',
  },
  {
    file: 'engine/kernels/sample_lanes.cpp',
    before: 'for (; i + Index(together) <= many; i += Index(together))',
    after: 'for (; i + Index(together) < many; i += Index(together))',
    why: 'The last few sums are computed one at a time instead of together, with the same bits.',
  },
  {
    file: 'engine/kernels/sample_lanes.cpp',
    before: '*to = isFirst ? sum[0] : *to + sum[0];',
    after: '*to = isFirst ? sum[0] : *to + sum[1];',
    why: 'All the sums are of the same pack, so the second is the first.',
  },
  {
    file: 'engine/kernels/samples_pass.cpp',
    before: 'if (values.size() < size) values = Vector<S>::Zero(size);',
    after: 'if (values.size() <= size) values = Vector<S>::Zero(size);',
    why: 'What is loaded next overwrites whatever the buffer holds.',
  },
  {
    file: 'engine/kernels/units_pass.cpp',
    before: 'isScattered_ = Index(bySample_.begin[std::size_t(rows.count)]) < 4 * chunks_.size() * network_.inputs;',
    after: 'isScattered_ = Index(bySample_.begin[std::size_t(rows.count)]) <= 4 * chunks_.size() * network_.inputs;',
    why: 'Both ways of summing are right; this only chooses the faster one, and on the border they are as fast.',
  },
  {
    file: 'engine/kernels/units_pass.h',
    before: 'static constexpr Index most = 128;',
    after: 'static constexpr Index most = 129;',
    why: 'A chunk may have any size; this one was found to be fast.',
  },
  {
    file: 'engine/math/random.cpp',
    before: 'if (s > 0 && s < 1) return u * std::sqrt(-2 * std::log(s) / s);',
    after: 'if (s >= 0 && s < 1) return u * std::sqrt(-2 * std::log(s) / s);',
    why: 'Two uniform numbers are both exactly 0 once in 2^106 draws.',
  },
]
