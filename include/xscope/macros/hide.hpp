// SPDX-License-Identifier: BSD-3-Clause
// Macros that other headers define under names which we or the libraries below use: put aside while what
// users include is read, and back by restore.hpp, which has the same list. To be included in pairs, any
// number of times.
//   #include "macros/hide.hpp"    ...    #include "macros/restore.hpp"

// windows.h and what it includes
#pragma push_macro("CONST")
#undef CONST
#pragma push_macro("DELETE")
#undef DELETE
#pragma push_macro("DIFFERENCE")
#undef DIFFERENCE
#pragma push_macro("ERROR")
#undef ERROR
#pragma push_macro("FALSE")
#undef FALSE
#pragma push_macro("FAR")
#undef FAR
#pragma push_macro("IGNORE")
#undef IGNORE
#pragma push_macro("IN")
#undef IN
#pragma push_macro("NEAR")
#undef NEAR
#pragma push_macro("OPTIONAL")
#undef OPTIONAL
#pragma push_macro("OUT")
#undef OUT
#pragma push_macro("STRICT")
#undef STRICT
#pragma push_macro("TRUE")
#undef TRUE
#pragma push_macro("VOID")
#undef VOID
#pragma push_macro("cdecl")
#undef cdecl
#pragma push_macro("far")
#undef far
#pragma push_macro("hyper")
#undef hyper
#pragma push_macro("interface")
#undef interface
#pragma push_macro("max")
#undef max
#pragma push_macro("min")
#undef min
#pragma push_macro("near")
#undef near
#pragma push_macro("pascal")
#undef pascal
#pragma push_macro("rad1")
#undef rad1
#pragma push_macro("rad2")
#undef rad2
#pragma push_macro("small")
#undef small
// complex.h
#pragma push_macro("I")
#undef I
#pragma push_macro("complex")
#undef complex
#pragma push_macro("imaginary")
#undef imaginary
// sys/sysmacros.h
#pragma push_macro("major")
#undef major
#pragma push_macro("makedev")
#undef makedev
#pragma push_macro("minor")
#undef minor
// the compilers, with -std=gnu++20
#pragma push_macro("linux")
#undef linux
#pragma push_macro("unix")
#undef unix
#pragma push_macro("i386")
#undef i386
// X11/X.h and X11/Xlib.h
#pragma push_macro("Above")
#undef Above
#pragma push_macro("Always")
#undef Always
#pragma push_macro("Below")
#undef Below
#pragma push_macro("Bool")
#undef Bool
#pragma push_macro("Complex")
#undef Complex
#pragma push_macro("False")
#undef False
#pragma push_macro("None")
#undef None
#pragma push_macro("Status")
#undef Status
#pragma push_macro("Success")
#undef Success
#pragma push_macro("True")
#undef True
// Qt
#pragma push_macro("emit")
#undef emit
#pragma push_macro("foreach")
#undef foreach
#pragma push_macro("forever")
#undef forever
#pragma push_macro("signals")
#undef signals
#pragma push_macro("slots")
#undef slots
// AssertMacros.h
#pragma push_macro("check")
#undef check
#pragma push_macro("require")
#undef require
#pragma push_macro("verify")
#undef verify
// Arduino.h
#pragma push_macro("B0")
#undef B0
#pragma push_macro("B1")
#undef B1
#pragma push_macro("F")
#undef F
#pragma push_macro("PI")
#undef PI
#pragma push_macro("abs")
#undef abs
#pragma push_macro("bit")
#undef bit
#pragma push_macro("round")
#undef round
#pragma push_macro("sq")
#undef sq

// GCC warns where a template is used of each name within it that a user has given to something, too.
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wshadow"
#endif
