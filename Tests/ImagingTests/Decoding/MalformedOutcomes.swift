/// What has to become of each file of the shared set of malformed files, and why.
///
/// Decided file by file, by the contract's line: `read` where every pixel is there, an error code where image data is
/// damaged, missing, over a limit or of a kind that is not read. Where this differs from what another library does with
/// the file (the manifest's `ref`), the picture or its bytes were looked at; the reason says what was seen.
enum MalformedOutcomes {
    /// A file's path below `malformed`, its outcome and the reason.
    struct Expectation: Sendable {
        let path: String
        let outcome: String
        let reason: String
    }

    /// Every file of the set.
    static let all: [Expectation] = table.split(separator: "\n").flatMap { line -> [Expectation] in
        let parts = line.split(separator: "|")
        guard parts.count == 3 else { return [] }
        return [Expectation(path: String(parts[0]), outcome: String(parts[1]), reason: String(parts[2]))]
    }

    private static let table = """
        dicom/3gb-bulk-data-truncated|unsupported_format|DICOM, not read by this decoder
        dicom/ExplVR_BigEndNoMeta.dcm|unsupported_format|no known signature
        dicom/ExplVR_LitEndNoMeta.dcm|unsupported_format|no known signature
        dicom/J2K_pixelrep_mismatch.dcm|unsupported_format|DICOM, not read by this decoder
        dicom/JPEG2000-embedded-sequence-delimiter.dcm|unsupported_format|DICOM, not read by this decoder
        dicom/MR_small_padded.dcm|unsupported_format|DICOM, not read by this decoder
        dicom/MR_truncated.dcm|unsupported_format|DICOM, not read by this decoder
        dicom/SC_jpeg_no_color_transform.dcm|unsupported_format|DICOM, not read by this decoder
        dicom/SC_rgb_small_odd.dcm|unsupported_format|DICOM, not read by this decoder
        dicom/UN_sequence.dcm|unsupported_format|DICOM, not read by this decoder
        dicom/badVR.dcm|unsupported_format|DICOM, not read by this decoder
        dicom/bad_sequence.dcm|unsupported_format|DICOM, not read by this decoder
        dicom/empty_charset_LEI.dcm|unsupported_format|DICOM, not read by this decoder
        dicom/emri_small_jpeg_2k_lossless_too_short.dcm|unsupported_format|DICOM, not read by this decoder
        dicom/explicit_VR-UN.dcm|unsupported_format|DICOM, not read by this decoder
        dicom/meta_missing_tsyntax.dcm|unsupported_format|DICOM, not read by this decoder
        dicom/nested_priv_SQ.dcm|unsupported_format|DICOM, not read by this decoder
        dicom/no-pixel-data.dcm|unsupported_format|DICOM, not read by this decoder
        dicom/no_meta.dcm|unsupported_format|no known signature
        dicom/no_meta_group_length.dcm|unsupported_format|DICOM, not read by this decoder
        dicom/no_preamble_dicm_in_data|unsupported_format|DICOM, not read by this decoder
        dicom/reportsi.dcm|unsupported_format|DICOM, not read by this decoder
        dicom/rtdose_rle_1frame.dcm|unsupported_format|DICOM, not read by this decoder
        dicom/rtplan_truncated.dcm|unsupported_format|DICOM, not read by this decoder
        generated/bomb_gray1_60000x60000.png|too_large|3.6 gigapixels
        generated/empty.dcm|empty|no byte
        generated/header_only_2147483647.png|too_large|too many pixels by its header
        generated/png_named.jpg|read|sound
        generated/polyglot_html_tail.png|read|image data whole, with a trailer
        generated/progressive_cut_at_35pct.jpg|truncated|ends early
        generated/random_bytes.png|unsupported_format|random bytes; the name is not asked
        generated/samples_per_pixel_0.dcm|unsupported_format|DICOM, not read by this decoder
        generated/sof_65535x65535.jpg|too_large|65,535 × 65,535 pixels by its header
        generated/us_frames_1000000.dcm|unsupported_format|DICOM, not read by this decoder
        generated/us_j2k_cut2.dcm|unsupported_format|DICOM, not read by this decoder
        generated/us_j2k_cut30.dcm|unsupported_format|DICOM, not read by this decoder
        generated/us_j2k_cut90.dcm|unsupported_format|DICOM, not read by this decoder
        generated/us_j2k_hdrflip0.dcm|unsupported_format|DICOM, not read by this decoder
        generated/us_j2k_hdrflip1.dcm|unsupported_format|DICOM, not read by this decoder
        generated/us_j2k_hdrflip2.dcm|unsupported_format|DICOM, not read by this decoder
        generated/us_j2k_hdrflip3.dcm|unsupported_format|DICOM, not read by this decoder
        generated/us_j2k_hdrflip4.dcm|unsupported_format|DICOM, not read by this decoder
        generated/us_j2k_hdrflip5.dcm|unsupported_format|DICOM, not read by this decoder
        generated/us_j2k_hdrflip6.dcm|unsupported_format|DICOM, not read by this decoder
        generated/us_j2k_hdrflip7.dcm|unsupported_format|DICOM, not read by this decoder
        generated/us_rle_cut2.dcm|unsupported_format|DICOM, not read by this decoder
        generated/us_rle_cut30.dcm|unsupported_format|DICOM, not read by this decoder
        generated/us_rle_cut90.dcm|unsupported_format|DICOM, not read by this decoder
        generated/us_rle_hdrflip0.dcm|unsupported_format|DICOM, not read by this decoder
        generated/us_rle_hdrflip1.dcm|unsupported_format|DICOM, not read by this decoder
        generated/us_rle_hdrflip10.dcm|unsupported_format|DICOM, not read by this decoder
        generated/us_rle_hdrflip11.dcm|unsupported_format|DICOM, not read by this decoder
        generated/us_rle_hdrflip12.dcm|unsupported_format|DICOM, not read by this decoder
        generated/us_rle_hdrflip13.dcm|unsupported_format|DICOM, not read by this decoder
        generated/us_rle_hdrflip2.dcm|unsupported_format|DICOM, not read by this decoder
        generated/us_rle_hdrflip3.dcm|unsupported_format|DICOM, not read by this decoder
        generated/us_rle_hdrflip4.dcm|unsupported_format|DICOM, not read by this decoder
        generated/us_rle_hdrflip5.dcm|unsupported_format|DICOM, not read by this decoder
        generated/us_rle_hdrflip6.dcm|unsupported_format|DICOM, not read by this decoder
        generated/us_rle_hdrflip7.dcm|unsupported_format|DICOM, not read by this decoder
        generated/us_rle_hdrflip8.dcm|unsupported_format|DICOM, not read by this decoder
        generated/us_rle_hdrflip9.dcm|unsupported_format|DICOM, not read by this decoder
        generated/us_rows_65535.dcm|unsupported_format|DICOM, not read by this decoder
        generated/ztxt_bomb.png|read|sound 8×8 picture; the text bomb is never unpacked
        jpeg-exif-samples/image01088.jpg|read|sound
        jpeg-exif-samples/image01137.jpg|read|sound
        jpeg-exif-samples/image01551.jpg|read|sound
        jpeg-exif-samples/image01713.jpg|read|sound
        jpeg-exif-samples/image01980.jpg|read|sound
        jpeg-exif-samples/image02206.jpg|read|sound
        jpeg-exif-samples/landscape_1.jpg|read|sound
        jpeg-exif-samples/landscape_2.jpg|read|sound
        jpeg-exif-samples/landscape_3.jpg|read|sound
        jpeg-exif-samples/landscape_4.jpg|read|sound
        jpeg-exif-samples/landscape_5.jpg|read|sound
        jpeg-exif-samples/landscape_6.jpg|read|sound
        jpeg-exif-samples/landscape_7.jpg|read|sound
        jpeg-exif-samples/landscape_8.jpg|read|sound
        jpeg-png-pillow/app13-multiple.jpg|read|sound
        jpeg-png-pillow/app13.jpg|read|sound
        jpeg-png-pillow/broken.png|corrupt|bytes that are no chunk
        jpeg-png-pillow/broken_data_stream.png|corrupt|a row filter that no PNG has
        jpeg-png-pillow/decompression_bomb.gif|unsupported_format|a GIF
        jpeg-png-pillow/decompression_bomb.ico|unsupported_format|a Windows icon
        jpeg-png-pillow/decompression_bomb_extents.gif|unsupported_format|a GIF
        jpeg-png-pillow/exif-200dpcm.jpg|read|sound
        jpeg-png-pillow/exif-72dpi-int.jpg|read|sound
        jpeg-png-pillow/exif-dpi-zerodivision.jpg|read|sound
        jpeg-png-pillow/exif-ifd-offset.jpg|read|sound
        jpeg-png-pillow/exif_gps.jpg|read|sound
        jpeg-png-pillow/exif_gps_typeerror.jpg|read|sound
        jpeg-png-pillow/exif_typeerror.jpg|read|sound
        jpeg-png-pillow/hopper.gif|unsupported_format|a GIF
        jpeg-png-pillow/hopper.tif|unsupported_format|a TIFF
        jpeg-png-pillow/hopper.webp|unsupported_format|a WebP
        jpeg-png-pillow/hopper_16bit_qtables.jpg|read|sound
        jpeg-png-pillow/hopper_bad_exif.jpg|corrupt|\
        seen: torn into stripes; 1,214 bytes of image data are left over before a restart marker
        jpeg-png-pillow/hopper_orientation_2.jpg|read|sound
        jpeg-png-pillow/hopper_orientation_3.jpg|read|sound
        jpeg-png-pillow/hopper_orientation_4.jpg|read|sound
        jpeg-png-pillow/hopper_orientation_5.jpg|read|sound
        jpeg-png-pillow/hopper_orientation_6.jpg|read|sound
        jpeg-png-pillow/hopper_orientation_7.jpg|read|sound
        jpeg-png-pillow/hopper_orientation_8.jpg|read|sound
        jpeg-png-pillow/icc-after-SOF.jpg|read|sound
        jpeg-png-pillow/invalid-exif-without-x-resolution.jpg|read|sound
        jpeg-png-pillow/invalid-exif.jpg|read|image data whole; only EXIF is damaged
        jpeg-png-pillow/jpeg_ff00_header.jpg|read|stray bytes between header segments; the scan is whole
        jpeg-png-pillow/junk_jpeg_header.jpg|read|stray bytes between header segments; the scan is whole
        jpeg-png-pillow/multiple_exif.jpg|read|sound
        jpeg-png-pillow/no-dpi-in-exif.jpg|read|sound
        jpeg-png-pillow/orientation_rectangle.jpg|read|sound
        jpeg-png-pillow/p_16.png|read|sound
        jpeg-png-pillow/p_trns_single.png|read|sound
        jpeg-png-pillow/padded_idat.png|read|image data whole, with padding behind it
        jpeg-png-pillow/photoshop-200dpi-broken.jpg|read|stray bytes between header segments; the scan is whole
        jpeg-png-pillow/pil168.png|read|sound
        jpeg-png-pillow/pil_sample_cmyk.jpg|read|sound
        jpeg-png-pillow/rgb16-565.png|read|sound
        jpeg-png-pillow/rgb16.png|read|sound
        jpeg-png-pillow/tiff_16bit_RGB_target.png|read|sound
        jpeg-png-pillow/tiff_16bit_RGBa_target.png|read|sound
        jpeg-png-pillow/truncated_app14.jpg|read|only the Adobe segment is cut; the scan is whole
        jpeg-png-pillow/truncated_end_chunk.png|truncated|ends early
        jpeg-png-pillow/truncated_exif_dpi.jpg|read|image data whole; only EXIF is damaged
        jpeg-png-pillow/truncated_image.png|truncated|ends early
        jpeg-png-pillow/truncated_jpeg.jpg|truncated|ends early
        jpeg-png-pillow/unknown_compression_method.png|read|image data whole; only an ancillary chunk is wrong
        jpeg-turbo-afl-edges/id_000006_src_000000_op_flip1_pos_3_+cov.jpg|corrupt|a marker that no JPEG has
        jpeg-turbo-afl-edges/id_000034_src_000000_op_flip1_pos_159_+cov.jpg|unsupported_format|lossless arithmetic JPEG
        jpeg-turbo-afl-edges/id_000081_src_000000_op_flip1_pos_181_+cov.jpg|corrupt|a table that cannot be
        jpeg-turbo-afl-edges/id_000169_src_000000_op_flip1_pos_307_+cov.jpg|read|\
        image data whole; an unusual header field
        jpeg-turbo-afl-edges/id_000318_src_000000_op_arith8_pos_503_val_+7_+cov.jpg|truncated|no end marker
        jpeg-turbo-afl-edges/id_000393_src_000000_op_int32_pos_500_val_-32768_+cov.jpg|truncated|no end marker
        jpeg-turbo-afl-edges/id_000416_src_000000_op_havoc_rep_16.jpg|corrupt|a marker that no JPEG has
        jpeg-turbo-afl-edges/id_000537_src_000000_op_havoc_rep_32.jpg|unsupported_format|no known signature
        jpeg-turbo-afl-edges/id_000564_src_000000_op_havoc_rep_2.jpg|corrupt|a scan ends early
        jpeg-turbo-afl-edges/id_000582_src_000000_op_havoc_rep_16_+cov.jpg|truncated|ends early
        jpeg-turbo-afl-edges/id_000827_sync_jpeg9_src_001156.jpg|unsupported_format|lossless arithmetic JPEG
        jpeg-turbo-afl-edges/id_001169_sync_jpeg9_src_000704_+cov.jpg|truncated|ends early
        jpeg-turbo-afl-edges/id_001179_sync_jpeg9_src_000528.jpg|unsupported_format|lossless arithmetic JPEG
        jpeg-turbo-afl-edges/id_001241_sync_jpeg9_src_002231.jpg|corrupt|a table that cannot be
        jpeg-turbo-afl-edges/id_001347_sync_jpeg9_src_001828_+cov.jpg|corrupt|arithmetic code damaged
        jpeg-turbo-afl-edges/id_001381_sync_jpeg9_src_002076.jpg|corrupt|a table that cannot be
        jpeg-turbo-afl-edges/id_001458_src_000531_op_flip4_pos_287.jpg|corrupt|codes that are not in the table
        jpeg-turbo-afl-edges/id_001542_src_000752_op_flip4_pos_308.jpg|corrupt|arithmetic code damaged
        jpeg-turbo-afl-edges/id_001558_sync_jpeg9_src_003008.jpg|truncated|ends early
        jpeg-turbo-afl-edges/id_001655_src_001333_op_flip2_pos_455.jpg|corrupt|codes that are not in the table
        jpeg-turbo-afl-edges/id_001900_src_000642_op_havoc_rep_8_+cov.jpg|corrupt|a table that is missing
        jpeg-turbo-afl-edges/id_001952_src_001930_op_havoc_rep_4.jpg|corrupt|a scan refines what was never sent
        jpeg-turbo-afl-edges/id_002040_src_001931_op_havoc_rep_8_+cov.jpg|corrupt|a scan refines what was never sent
        jpeg-turbo-afl-edges/id_002297_src_002064_op_havoc_rep_8.jpg|corrupt|a scan refines what was never sent
        jpeg-turbo-afl-edges/id_002329_src_002072_op_havoc_rep_4_+cov.jpg|corrupt|a scan refines what was never sent
        jpeg-turbo-afl-edges/id_002390_src_002102_op_havoc_rep_2.jpg|corrupt|a scan refines what was never sent
        jpeg-turbo-afl-edges/id_002525_src_002142_op_arith8_pos_172_val_-26.jpg|corrupt|\
        a scan refines what was never sent
        jpeg-turbo-afl-edges/id_002570_src_002143_op_arith8_pos_266_val_-1.jpg|corrupt|\
        a scan refines what was never sent
        jpeg-turbo-afl-edges/id_003351_src_002874_op_int16_pos_219_val_-128.jpg|corrupt|codes that are not in the table
        jpeg-turbo-afl-edges/id_003352_src_003135_op_int32_pos_446_val_+255.jpg|corrupt|a scan ends early
        jpeg-turbo-afl-edges/id_003602_src_003598_op_havoc_rep_1.jpg|unsupported_format|\
        components of no known colour space
        jpeg-turbo-afl-edges/id_003632_src_003613_op_havoc_rep_8.jpg|unsupported_format|\
        components of no known colour space
        jpeg-turbo-afl-edges/id_003659_src_003627_op_flip1_pos_107.jpg|unsupported_format|\
        components of no known colour space
        jpeg-turbo-afl-edges/id_003998_src_003977_op_flip1_pos_171.jpg|corrupt|a scan refines what was never sent
        jpeg-turbo-afl-edges/id_004019_src_001848+003790_op_splice_rep_4_+cov.jpg|corrupt|\
        progressive scans for part of the coefficients only
        jpeg-turbo-afl-edges/id_004316_src_004309_op_arith8_pos_95_val_-30.jpg|unsupported_format|\
        components of no known colour space
        jpeg-turbo-bugs/001-mozjpeg-quantize_ord_dither-536.crash|corrupt|a scan ends early
        jpeg-turbo-bugs/002-mozjpeg-quantize_ord_dither-536.crash|truncated|ends early
        jpeg-turbo-bugs/101376530-fde56180-38b0-11eb-938d-734119a5b5ba.jpg|unsupported_format|no known signature
        jpeg-turbo-bugs/182.jpg|corrupt|seen: blocks of noise; a progressive scan ends early
        jpeg-turbo-bugs/1x1_420.jpg|read|sound
        jpeg-turbo-bugs/1x1_444.jpg|read|sound
        jpeg-turbo-bugs/2x2_410.jpg|read|sound
        jpeg-turbo-bugs/2x2_420.jpg|read|sound
        jpeg-turbo-bugs/49065782-f0ebfd00-f216-11e8-9e9b-a86f3d5ea58a.jpg|corrupt|codes that are not in the table
        jpeg-turbo-bugs/55.jpg|corrupt|a scan of a component that is not there
        jpeg-turbo-bugs/68846842-f95e7180-06cd-11ea-9207-80b34a91f939.jpg|corrupt|a scan ends early
        jpeg-turbo-bugs/8x8_420.jpg|read|sound
        jpeg-turbo-bugs/8x8_420_tables.jpg|corrupt|tables without a picture
        jpeg-turbo-bugs/b64876977.poc|unsupported_format|no known signature
        jpeg-turbo-bugs/clusterfuzz-testcase-minimized-pngsave_buffer_fuzzer-5728375846731776.txt|unsupported_format|\
        no known signature
        jpeg-turbo-bugs/cnode0006-heap-buffer-overflow-796.gif|unsupported_format|12-bit JPEG
        jpeg-turbo-bugs/jpeg-image-000.jpg|corrupt|seen: stripes of wrong colour; codes that are not in the table
        jpeg-turbo-bugs/jpeg-image-001.jpg|corrupt|codes that are not in the table
        jpeg-turbo-bugs/jpeg-image-002.jpg|corrupt|a scan ends early
        jpeg-turbo-bugs/jpeg-image-003.jpg|corrupt|codes that are not in the table
        jpeg-turbo-bugs/kitty2.jpg|read|sound
        jpeg-turbo-bugs/monkey12.jpg|unsupported_format|12-bit JPEG
        jpeg-turbo-bugs/monkey16.png|read|sound
        jpeg-turbo-bugs/poc|unsupported_format|no known signature
        jpeg-turbo-bugs/poc-798a065f0eac4a5e58a2204400fe462ad0eb3567026e79375dce0be05d129780_min|unsupported_format|\
        no known signature
        jpeg-turbo-bugs/poc-a5182a46ba91d856f7a357927405d4912e673f29bb798a56a01349929704aee8_min|unsupported_format|\
        no known signature
        jpeg-turbo-bugs/poc12min.jpg|unsupported_format|lossless JPEG
        jpeg-turbo-bugs/poc13min.jpg|unsupported_format|lossless JPEG
        jpeg-turbo-bugs/poc14min.jpg|unsupported_format|lossless JPEG
        jpeg-turbo-bugs/poc15min.jpg|unsupported_format|lossless JPEG
        jpeg-turbo-bugs/poc17min.jpg|unsupported_format|lossless JPEG
        jpeg-turbo-bugs/poc18min.jpg|unsupported_format|lossless JPEG
        jpeg-turbo-bugs/poc19min.jpg|unsupported_format|lossless JPEG
        jpeg-turbo-bugs/poc1min.jpg|unsupported_format|12-bit JPEG
        jpeg-turbo-bugs/poc2.jpg|unsupported_format|12-bit JPEG
        jpeg-turbo-bugs/poc20min.jpg|unsupported_format|lossless JPEG
        jpeg-turbo-bugs/poc2min_2.jpg|unsupported_format|no known signature
        jpeg-turbo-bugs/poc3.jpg|unsupported_format|lossless JPEG
        jpeg-turbo-bugs/poc3min.jpg|unsupported_format|lossless JPEG
        jpeg-turbo-bugs/poc6-2min.jpg|unsupported_format|lossless JPEG
        jpeg-turbo-bugs/poc7_min.jpg|unsupported_format|lossless JPEG
        jpeg-turbo-bugs/poc_tmin124|unsupported_format|lossless JPEG
        jpeg-turbo-bugs/poc_tmin146|unsupported_format|lossless JPEG
        jpeg-turbo-bugs/radamsa-0.2.3-19.jpeg|corrupt|a scan of a component that is not there
        jpeg-turbo-bugs/random12_100x91_islow_4x1_2x2_1x2_Q100_99_98_rst2.jpg|unsupported_format|12-bit JPEG
        jpeg-turbo-bugs/random12_99x92_ifast_rgb_420_Q90_80_70_smooth50.jpg|unsupported_format|12-bit JPEG
        jpeg-turbo-bugs/test1-8.jpg|read|sound
        jpeg-turbo-bugs/test1.jpg|unsupported_format|12-bit JPEG
        jpeg-turbo-bugs/testimgari.jpg|read|sound
        jpeg-turbo-bugs/testimgint.jpg|read|sound
        jpeg-turbo-bugs/testorig.jpg|read|sound
        jpeg-turbo-bugs/testorig.png|read|sound
        jpeg-turbo-bugs/testorig_grayscale_q80_rst8.jpg|read|sound
        jpeg-turbo-bugs/testorig_hflip_2x4_q1_rst16.jpg|read|sound
        jpeg-turbo-bugs/testorig_rot270_420_fastdct_q75_prog_rst100.jpg|read|sound
        jpeg-turbo-bugs/testorig_rot90_441_q25_scan_script.jpg|read|sound
        jpeg-turbo-bugs/testorig_transpose_440_q90_ari_rst1.jpg|read|sound
        jpeg-turbo-bugs/testorig_transverse_422_q95_prog_ari.jpg|read|sound
        jpeg-turbo-bugs/testorig_vflip_410_q10_baseline.jpg|read|sound
        jpeg-turbo-bugs/turbo-dht.jpg|corrupt|codes that are not in the table
        jpeg-turbo-bugs/vgl_5674_0098.png|read|sound
        mixed-sharp/16-bit-grey-alpha.png|read|sound
        mixed-sharp/2x2_fdcce6.png|read|sound
        mixed-sharp/65536-uint32-limit.png|too_large|too many pixels by its header
        mixed-sharp/Channel_digital_image_CMYK_color_no_profile.jpg|read|sound
        mixed-sharp/Flag_of_the_Netherlands-16bit.png|read|sound
        mixed-sharp/blackbug.png|read|sound
        mixed-sharp/corrupt-header.jpg|truncated|ends early
        mixed-sharp/full-transparent.png|read|sound
        mixed-sharp/low-contrast.jpg|read|sound
        mixed-sharp/truncated.jpg|truncated|ends early
        mixed-sharp/truncated.png|truncated|ends early
        png-apng-pillow/blend_op_over.png|read|sound
        png-apng-pillow/blend_op_over_near_transparent.png|read|sound
        png-apng-pillow/blend_op_source_near_transparent.png|read|sound
        png-apng-pillow/blend_op_source_solid.png|read|sound
        png-apng-pillow/blend_op_source_transparent.png|read|sound
        png-apng-pillow/chunk_actl_after_idat.png|read|sound
        png-apng-pillow/chunk_multi_actl.png|read|sound
        png-apng-pillow/chunk_no_actl.png|read|sound
        png-apng-pillow/chunk_no_fctl.png|read|the animation is wrong, the default image is whole
        png-apng-pillow/chunk_no_fdat.png|read|sound
        png-apng-pillow/chunk_repeat_fctl.png|read|sound
        png-apng-pillow/delay.png|read|sound
        png-apng-pillow/delay_round.png|read|sound
        png-apng-pillow/delay_short_max.png|read|sound
        png-apng-pillow/delay_zero_denom.png|read|sound
        png-apng-pillow/delay_zero_numer.png|read|sound
        png-apng-pillow/different_durations.png|read|sound
        png-apng-pillow/dispose_op_background.png|read|sound
        png-apng-pillow/dispose_op_background_before_region.png|read|sound
        png-apng-pillow/dispose_op_background_final.png|read|sound
        png-apng-pillow/dispose_op_background_p_mode.png|read|sound
        png-apng-pillow/dispose_op_background_region.png|read|sound
        png-apng-pillow/dispose_op_none.png|read|sound
        png-apng-pillow/dispose_op_none_region.png|read|sound
        png-apng-pillow/dispose_op_previous.png|read|sound
        png-apng-pillow/dispose_op_previous_final.png|read|sound
        png-apng-pillow/dispose_op_previous_first.png|read|sound
        png-apng-pillow/dispose_op_previous_frame.png|read|sound
        png-apng-pillow/dispose_op_previous_region.png|read|sound
        png-apng-pillow/fctl_actl.png|read|sound
        png-apng-pillow/mode_16bit.png|read|sound
        png-apng-pillow/mode_grayscale.png|read|sound
        png-apng-pillow/mode_grayscale_alpha.png|read|sound
        png-apng-pillow/mode_palette.png|read|sound
        png-apng-pillow/mode_palette_1bit_alpha.png|read|sound
        png-apng-pillow/mode_palette_alpha.png|read|sound
        png-apng-pillow/num_plays.png|read|sound
        png-apng-pillow/num_plays_1.png|read|sound
        png-apng-pillow/sequence_fdat_fctl.png|read|sound
        png-apng-pillow/sequence_gap.png|read|sound
        png-apng-pillow/sequence_reorder.png|read|sound
        png-apng-pillow/sequence_reorder_chunk.png|read|sound
        png-apng-pillow/sequence_repeat.png|read|sound
        png-apng-pillow/sequence_repeat_chunk.png|read|sound
        png-apng-pillow/sequence_start.png|read|sound
        png-apng-pillow/single_frame.png|read|sound
        png-apng-pillow/single_frame_default.png|read|sound
        png-apng-pillow/split_fdat.png|read|sound
        png-apng-pillow/split_fdat_zero_chunk.png|read|sound
        png-apng-pillow/syntax_num_frames_high.png|read|sound
        png-apng-pillow/syntax_num_frames_invalid.png|read|image data whole; only the frame count is wrong
        png-apng-pillow/syntax_num_frames_low.png|read|sound
        png-apng-pillow/syntax_num_frames_zero.png|corrupt|no IDAT at all: every frame is in fdAT
        png-apng-pillow/syntax_num_frames_zero_default.png|read|image data whole; only the frame count is wrong
        png-image-rs/F-exif-chunk-early.png|read|sound
        png-image-rs/acid2.png|read|sound
        png-image-rs/basi3p01_2.png|read|sound
        png-image-rs/basi3p02_2.png|read|sound
        png-image-rs/broken_iccp.png|read|sound
        png-image-rs/cicp_pq.png|read|image data whole; only a colour chunk is wrong
        png-image-rs/g.png|read|sound
        png-image-rs/ga.png|read|sound
        png-image-rs/indexed.png|read|sound
        png-image-rs/invalid_palette_index.png|corrupt|pixels beyond the palette have no colour; decoders show black
        png-image-rs/issue_1825.png|read|sound
        png-image-rs/issue_202.png|read|sound
        png-image-rs/issue_403.png|read|sound
        png-image-rs/issue_430.png|read|image data whole; only an ancillary chunk is wrong
        png-image-rs/large-text-chunks-issue_337.png|read|sound
        png-image-rs/rgb.png|read|sound
        png-image-rs/rgba.png|read|sound
        png-image-rs/x_consecutive_idat.png|corrupt|fewer rows than the header says
        png-image-rs/x_ihdr_missing.png|corrupt|a needed chunk is missing
        png-image-rs/x_image-issue_1075.png|corrupt|fewer rows than the header says
        png-image-rs/x_interlaced_chck.png|corrupt|IDAT check sum wrong
        png-image-rs/x_issue_214.png|corrupt|a header that no PNG has
        png-image-rs/x_issue_230.0.png|corrupt|a chunk length beyond 2^31
        png-image-rs/x_issue_230.1.png|corrupt|a chunk length beyond 2^31
        png-image-rs/x_unexpected_eof.png|corrupt|bytes that are no chunk
        png-image-rs/ztxt_example.png|read|sound
        png-libspng-crashers/bad_iCCP.png|corrupt|header check sum wrong
        png-libspng-crashers/badadler.png|corrupt|check sum of the compressed data wrong
        png-libspng-crashers/badcrc.png|corrupt|IDAT check sum wrong
        png-libspng-crashers/empty_ancillary_chunks.png|read|image data whole; empty chunks that no pixel needs
        png-libspng-crashers/huge_IDAT.png|corrupt|image data claims 1 GiB in a file of 79 bytes
        png-libspng-crashers/huge_bKGD_chunk.png|corrupt|a chunk length points beyond the end of a whole file
        png-libspng-crashers/huge_cHRM_chunk.png|corrupt|a chunk length points beyond the end of a whole file
        png-libspng-crashers/huge_eXIf_chunk.png|corrupt|a chunk length points beyond the end of a whole file
        png-libspng-crashers/huge_gAMA_chunk.png|corrupt|a chunk length points beyond the end of a whole file
        png-libspng-crashers/huge_hIST_chunk.png|corrupt|a chunk length points beyond the end of a whole file
        png-libspng-crashers/huge_iCCP_chunk.png|corrupt|a chunk length points beyond the end of a whole file
        png-libspng-crashers/huge_iTXt_chunk.png|corrupt|a chunk length points beyond the end of a whole file
        png-libspng-crashers/huge_juNK_unsafe_to_copy.png|corrupt|a chunk length points beyond the end of a whole file
        png-libspng-crashers/huge_juNk_safe_to_copy.png|corrupt|a chunk length points beyond the end of a whole file
        png-libspng-crashers/huge_pCAL_chunk.png|corrupt|a chunk length points beyond the end of a whole file
        png-libspng-crashers/huge_pHYs_chunk.png|corrupt|a chunk length points beyond the end of a whole file
        png-libspng-crashers/huge_sCAL_chunk.png|corrupt|a chunk length points beyond the end of a whole file
        png-libspng-crashers/huge_sPLT_chunk.png|corrupt|a chunk length points beyond the end of a whole file
        png-libspng-crashers/huge_sRGB_chunk.png|corrupt|a chunk length points beyond the end of a whole file
        png-libspng-crashers/huge_sTER_chunk.png|corrupt|a chunk length points beyond the end of a whole file
        png-libspng-crashers/huge_tEXt_chunk.png|corrupt|a chunk length points beyond the end of a whole file
        png-libspng-crashers/huge_tIME_chunk.png|corrupt|a chunk length points beyond the end of a whole file
        png-libspng-crashers/huge_zTXt_chunk.png|corrupt|a chunk length points beyond the end of a whole file
        png-libspng-crashers/invalid_gray_alpha_sbit.png|truncated|ends early
        png-libspng-crashers/missing_plte.png|corrupt|a palette picture without a palette
        png-libspng-crashers/zero_gama.png|corrupt|an image-data length that no such picture has
        png-libspng-crashers/zero_width.png|corrupt|a header that no PNG has
        pngsuite/basi0g01.png|read|sound
        pngsuite/basi0g02.png|read|sound
        pngsuite/basi0g04.png|read|sound
        pngsuite/basi0g08.png|read|sound
        pngsuite/basi0g16.png|read|sound
        pngsuite/basi2c08.png|read|sound
        pngsuite/basi2c16.png|read|sound
        pngsuite/basi3p01.png|read|sound
        pngsuite/basi3p02.png|read|sound
        pngsuite/basi3p04.png|read|sound
        pngsuite/basi3p08.png|read|sound
        pngsuite/basi4a08.png|read|sound
        pngsuite/basi4a16.png|read|sound
        pngsuite/basi6a08.png|read|sound
        pngsuite/basi6a16.png|read|sound
        pngsuite/basn0g01.png|read|sound
        pngsuite/basn0g02.png|read|sound
        pngsuite/basn0g04.png|read|sound
        pngsuite/basn0g08.png|read|sound
        pngsuite/basn0g16.png|read|sound
        pngsuite/basn2c08.png|read|sound
        pngsuite/basn2c16.png|read|sound
        pngsuite/basn3p01.png|read|sound
        pngsuite/basn3p02.png|read|sound
        pngsuite/basn3p04.png|read|sound
        pngsuite/basn3p08.png|read|sound
        pngsuite/basn4a08.png|read|sound
        pngsuite/basn4a16.png|read|sound
        pngsuite/basn6a08.png|read|sound
        pngsuite/basn6a16.png|read|sound
        pngsuite/bgbn4a08.png|read|sound
        pngsuite/bggn4a16.png|read|sound
        pngsuite/bgwn6a08.png|read|sound
        pngsuite/bgyn6a16.png|read|sound
        pngsuite/ccwn2c08.png|read|sound
        pngsuite/ccwn3p08.png|read|sound
        pngsuite/cdfn2c08.png|read|sound
        pngsuite/cdhn2c08.png|read|sound
        pngsuite/cdsn2c08.png|read|sound
        pngsuite/cdun2c08.png|read|sound
        pngsuite/ch1n3p04.png|read|sound
        pngsuite/ch2n3p08.png|read|sound
        pngsuite/cm0n0g04.png|read|sound
        pngsuite/cm7n0g04.png|read|sound
        pngsuite/cm9n0g04.png|read|sound
        pngsuite/cs3n2c16.png|read|sound
        pngsuite/cs3n3p08.png|read|sound
        pngsuite/cs5n2c08.png|read|sound
        pngsuite/cs5n3p08.png|read|sound
        pngsuite/cs8n2c08.png|read|sound
        pngsuite/cs8n3p08.png|read|sound
        pngsuite/ct0n0g04.png|read|sound
        pngsuite/ct1n0g04.png|read|sound
        pngsuite/cten0g04.png|read|sound
        pngsuite/ctfn0g04.png|read|sound
        pngsuite/ctgn0g04.png|read|sound
        pngsuite/cthn0g04.png|read|sound
        pngsuite/ctjn0g04.png|read|sound
        pngsuite/ctzn0g04.png|read|sound
        pngsuite/exif2c08.png|read|sound
        pngsuite/f00n0g08.png|read|sound
        pngsuite/f00n2c08.png|read|sound
        pngsuite/f01n0g08.png|read|sound
        pngsuite/f01n2c08.png|read|sound
        pngsuite/f02n0g08.png|read|sound
        pngsuite/f02n2c08.png|read|sound
        pngsuite/f03n0g08.png|read|sound
        pngsuite/f03n2c08.png|read|sound
        pngsuite/f04n0g08.png|read|sound
        pngsuite/f04n2c08.png|read|sound
        pngsuite/f99n0g04.png|read|sound
        pngsuite/g03n0g16.png|read|sound
        pngsuite/g03n2c08.png|read|sound
        pngsuite/g03n3p04.png|read|sound
        pngsuite/g04n0g16.png|read|sound
        pngsuite/g04n2c08.png|read|sound
        pngsuite/g04n3p04.png|read|sound
        pngsuite/g05n0g16.png|read|sound
        pngsuite/g05n2c08.png|read|sound
        pngsuite/g05n3p04.png|read|sound
        pngsuite/g07n0g16.png|read|sound
        pngsuite/g07n2c08.png|read|sound
        pngsuite/g07n3p04.png|read|sound
        pngsuite/g10n0g16.png|read|sound
        pngsuite/g10n2c08.png|read|sound
        pngsuite/g10n3p04.png|read|sound
        pngsuite/g25n0g16.png|read|sound
        pngsuite/g25n2c08.png|read|sound
        pngsuite/g25n3p04.png|read|sound
        pngsuite/oi2n0g16.png|read|sound
        pngsuite/oi2n2c16.png|read|sound
        pngsuite/oi4n0g16.png|read|sound
        pngsuite/oi4n2c16.png|read|sound
        pngsuite/oi9n0g16.png|read|sound
        pngsuite/oi9n2c16.png|read|sound
        pngsuite/pp0n2c16.png|read|sound
        pngsuite/pp0n6a08.png|read|sound
        pngsuite/ps1n0g08.png|read|sound
        pngsuite/ps1n2c16.png|read|sound
        pngsuite/ps2n0g08.png|read|sound
        pngsuite/ps2n2c16.png|read|sound
        pngsuite/s01i3p01.png|read|sound
        pngsuite/s01n3p01.png|read|sound
        pngsuite/s02i3p01.png|read|sound
        pngsuite/s02n3p01.png|read|sound
        pngsuite/s03i3p01.png|read|sound
        pngsuite/s03n3p01.png|read|sound
        pngsuite/s04i3p01.png|read|sound
        pngsuite/s04n3p01.png|read|sound
        pngsuite/s05i3p02.png|read|sound
        pngsuite/s05n3p02.png|read|sound
        pngsuite/s06i3p02.png|read|sound
        pngsuite/s06n3p02.png|read|sound
        pngsuite/s07i3p02.png|read|sound
        pngsuite/s07n3p02.png|read|sound
        pngsuite/s08i3p02.png|read|sound
        pngsuite/s08n3p02.png|read|sound
        pngsuite/s09i3p02.png|read|sound
        pngsuite/s09n3p02.png|read|sound
        pngsuite/s32i3p04.png|read|sound
        pngsuite/s32n3p04.png|read|sound
        pngsuite/s33i3p04.png|read|sound
        pngsuite/s33n3p04.png|read|sound
        pngsuite/s34i3p04.png|read|sound
        pngsuite/s34n3p04.png|read|sound
        pngsuite/s35i3p04.png|read|sound
        pngsuite/s35n3p04.png|read|sound
        pngsuite/s36i3p04.png|read|sound
        pngsuite/s36n3p04.png|read|sound
        pngsuite/s37i3p04.png|read|sound
        pngsuite/s37n3p04.png|read|sound
        pngsuite/s38i3p04.png|read|sound
        pngsuite/s38n3p04.png|read|sound
        pngsuite/s39i3p04.png|read|sound
        pngsuite/s39n3p04.png|read|sound
        pngsuite/s40i3p04.png|read|sound
        pngsuite/s40n3p04.png|read|sound
        pngsuite/tbbn0g04.png|read|sound
        pngsuite/tbbn2c16.png|read|sound
        pngsuite/tbbn3p08.png|read|sound
        pngsuite/tbgn2c16.png|read|sound
        pngsuite/tbgn3p08.png|read|sound
        pngsuite/tbrn2c08.png|read|sound
        pngsuite/tbwn0g16.png|read|sound
        pngsuite/tbwn3p08.png|read|sound
        pngsuite/tbyn3p08.png|read|sound
        pngsuite/tm3n3p02.png|read|sound
        pngsuite/tp0n0g08.png|read|sound
        pngsuite/tp0n2c08.png|read|sound
        pngsuite/tp0n3p08.png|read|sound
        pngsuite/tp1n3p08.png|read|sound
        pngsuite/xc1n0g08.png|corrupt|a header that no PNG has
        pngsuite/xc9n2c08.png|corrupt|a header that no PNG has
        pngsuite/xcrn0g04.png|corrupt|PNG signature damaged
        pngsuite/xcsn0g01.png|corrupt|IDAT check sum wrong, made so by the suite
        pngsuite/xd0n2c08.png|corrupt|a header that no PNG has
        pngsuite/xd3n2c08.png|corrupt|a header that no PNG has
        pngsuite/xd9n2c08.png|corrupt|a header that no PNG has
        pngsuite/xdtn0g01.png|corrupt|no image data
        pngsuite/xhdn0g08.png|corrupt|header check sum wrong
        pngsuite/xlfn0g04.png|corrupt|PNG signature damaged
        pngsuite/xs1n0g01.png|corrupt|PNG signature damaged
        pngsuite/xs2n0g01.png|corrupt|PNG signature damaged
        pngsuite/xs4n0g01.png|corrupt|PNG signature damaged
        pngsuite/xs7n0g01.png|corrupt|PNG signature damaged
        pngsuite/z00n2c08.png|read|sound
        pngsuite/z03n2c08.png|read|sound
        pngsuite/z06n2c08.png|read|sound
        pngsuite/z09n2c08.png|read|sound
        """
}
