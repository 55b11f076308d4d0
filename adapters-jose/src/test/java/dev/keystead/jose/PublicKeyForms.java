package dev.keystead.jose;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import java.math.BigInteger;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** The bytes of a public key in every form that a verifier may have it in, by the name of the form. */
final class PublicKeyForms {
    private final Map<String, byte[]> forms = new LinkedHashMap<>();

    private <K extends JWK & AsymmetricJWK> PublicKeyForms(K key) {
        byte[] spki = Certificates.publicKey(key);
        byte[] certificate = Certificates.selfSigned(key);
        forms.put("DER", spki);
        forms.put("DER in base64", Base64.getEncoder().encode(spki));
        putPem("PEM", "PUBLIC KEY", spki);
        forms.put("a certificate", certificate);
        putPem("a certificate in PEM", "CERTIFICATE", certificate);
        putText("a JWK", key.toPublicJWK().toJSONString());
        putText("a JWK Set", TestKeys.jwks(key));
    }

    static Map<String, byte[]> of(RSAKey key) {
        PublicKeyForms all = new PublicKeyForms(key);
        BigInteger modulus = key.getModulus().decodeToBigInteger();
        byte[] pkcs1 = Der.sequence(
                Der.integer(modulus), Der.integer(key.getPublicExponent().decodeToBigInteger()));
        all.forms.put("PKCS#1", pkcs1);
        all.putPem("PKCS#1 in PEM", "RSA PUBLIC KEY", pkcs1);
        all.forms.put("its modulus", key.getModulus().decode());
        all.forms.put("its modulus with a sign", modulus.toByteArray());
        all.putText("its modulus in base64url", key.getModulus().toString());
        all.putText("its modulus in decimal", modulus.toString());
        all.putText("its modulus in hexadecimal", modulus.toString(16));
        return all.forms;
    }

    static Map<String, byte[]> of(ECKey key) {
        PublicKeyForms all = new PublicKeyForms(key);
        byte[] x = key.getX().decode();
        byte[] y = key.getY().decode();
        all.forms.put("x", x);
        all.forms.put("x and y", Der.concat(x, y));
        all.forms.put("a point", Der.concat(new byte[] {4}, x, y));
        return all.forms;
    }

    private void putText(String name, String text) {
        forms.put(name, text.getBytes(UTF_8));
        forms.put(name + " with a line end", (text + '\n').getBytes(UTF_8));
    }

    private void putPem(String name, String label, byte[] der) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        String pem = "-----BEGIN " + label + "-----\n" + lines + "\n-----END " + label + "-----";
        putText(name, pem);
        forms.put(
                name + " with the line ends of Windows",
                (pem + '\n').replace("\n", "\r\n").getBytes(US_ASCII));
    }
}
