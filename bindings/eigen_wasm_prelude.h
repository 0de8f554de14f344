// Force-included before Eigen when compiling for WebAssembly with -msimd128 -msse4.2: lets Eigen 3.4 use its SSE kernels
// there, and gives them conversions that are SIMD instructions.
#pragma once
#if defined(__EMSCRIPTEN__) && defined(__SSE__) && defined(__cplusplus)

#if !__has_include(<Eigen/Version>)  // Eigen 3.4; Eigen 5 knows Emscripten
#define __MMINTRIN_H                 // Eigen 3.4 includes <mmintrin.h>, and wasm has no MMX
#include <Eigen/src/Core/util/Macros.h>
#undef EIGEN_COMP_GNUC  // clang says it is GCC 4.2, for which Eigen 3.4 writes x86 assembly
#define EIGEN_COMP_GNUC 120
#endif

#include <emmintrin.h>
#include <wasm_simd128.h>

// Emscripten's headers convert element by element with lrint(), which makes Eigen's exp() 3 times slower. These give the
// same result for every value in range; NaN and values out of range saturate instead of giving 0x80000000.
#define _mm_cvtps_epi32(x) ((__m128i)wasm_i32x4_trunc_sat_f32x4(wasm_f32x4_nearest((v128_t)(x))))
#define _mm_cvttps_epi32(x) ((__m128i)wasm_i32x4_trunc_sat_f32x4((v128_t)(x)))
#define _mm_cvtpd_epi32(x) ((__m128i)wasm_i32x4_trunc_sat_f64x2_zero(wasm_f64x2_nearest((v128_t)(x))))
#define _mm_cvttpd_epi32(x) ((__m128i)wasm_i32x4_trunc_sat_f64x2_zero((v128_t)(x)))
// They also compare and select where WebAssembly has one instruction.
#define _mm_min_ps(a, b) ((__m128)wasm_f32x4_pmin((v128_t)(b), (v128_t)(a)))
#define _mm_max_ps(a, b) ((__m128)wasm_f32x4_pmax((v128_t)(b), (v128_t)(a)))
#define _mm_min_pd(a, b) ((__m128d)wasm_f64x2_pmin((v128_t)(b), (v128_t)(a)))
#define _mm_max_pd(a, b) ((__m128d)wasm_f64x2_pmax((v128_t)(b), (v128_t)(a)))

#endif
